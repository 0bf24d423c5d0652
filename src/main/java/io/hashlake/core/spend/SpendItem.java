package io.hashlake.core.spend;

import java.util.Comparator;
import java.util.Objects;

/**
 * Line of the ledger on one day, to which an amount belongs.
 *
 * @param source the source charged, {@code NAME.gaps} for filling its gaps
 * @param price price of one on that day
 */
public record SpendItem(String source, Resource resource, Dollars price) implements Comparable<SpendItem> {

    private static final Comparator<SpendItem> ORDER = Comparator.comparing(SpendItem::source)
            .thenComparing(SpendItem::resource)
            .thenComparing(SpendItem::price);

    public SpendItem {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(resource, "resource");
        Objects.requireNonNull(price, "price");
    }

    @Override
    public int compareTo(SpendItem other) {
        return ORDER.compare(this, other);
    }
}
