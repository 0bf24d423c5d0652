package io.hashlake.observability;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The meters that {@link MeterName} declares. */
public final class MeterTable {

    private MeterTable() {}

    /** Each meter's labels, by its name as Prometheus sees it without the endings of timers. */
    public static Map<String, Set<String>> labels() {
        Map<String, Set<String>> meters = new TreeMap<>();
        for (MeterName meter : MeterName.values()) {
            meters.put(meter.exposed(), new TreeSet<>(meter.labels()));
        }
        return meters;
    }

    /** As lines of a table in Markdown. */
    static String markdown() {
        return "| meter | labels | |\n| --- | --- | --- |\n"
                + Arrays.stream(MeterName.values()).map(MeterTable::row).collect(Collectors.joining());
    }

    private static String row(MeterName meter) {
        String labels = meter.labels().stream().map(label -> "`" + label + "`").collect(Collectors.joining(", "));
        return "| `%s` | %s | %s |\n".formatted(meter.exposed(), labels, meter.description());
    }
}
