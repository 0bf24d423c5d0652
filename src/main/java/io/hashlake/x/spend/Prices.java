package io.hashlake.x.spend;

import io.hashlake.core.spend.Dollars;
import io.hashlake.core.spend.Resource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Prices of X by date. Each change keeps the prices that it does not name. */
public final class Prices {

    private final NavigableMap<LocalDate, Map<Resource, Dollars>> tables = new TreeMap<>();

    public Prices(List<PriceChange> changes) {
        Map<Resource, Dollars> current = new EnumMap<>(Resource.class);
        changes.stream().sorted(Comparator.comparing(PriceChange::from)).forEach(change -> {
            current.putAll(change.prices());
            tables.put(change.from(), Map.copyOf(current));
        });
    }

    /**
     * Reads changes that are separated by commas.
     *
     * @throws IllegalArgumentException if one is none
     */
    public static Prices parse(CharSequence changes) {
        return new Prices(
                Stream.of(changes.toString().split(",")).map(PriceChange::parse).toList());
    }

    /** Returns the price on that day; what has none, or none yet, is free. */
    public Dollars of(Resource resource, LocalDate day) {
        Map.Entry<LocalDate, Map<Resource, Dollars>> table = tables.floorEntry(day);
        return table == null ? Dollars.ZERO : table.getValue().getOrDefault(resource, Dollars.ZERO);
    }
}
