package io.hashlake.lake.parquet;

import org.apache.parquet.filter2.compat.FilterCompat;
import org.apache.parquet.filter2.predicate.FilterApi;
import org.apache.parquet.filter2.predicate.Operators.LongColumn;

/** Ids from the first to the last, both included; without any where the last is before the first. */
public record IdRange(long first, long last) {

    public static final IdRange NONE = new IdRange(Long.MAX_VALUE, Long.MIN_VALUE);
    public static final IdRange ALL = new IdRange(Long.MIN_VALUE, Long.MAX_VALUE);

    private static final LongColumn ID = FilterApi.longColumn("id");

    public boolean overlaps(IdRange other) {
        return first <= other.last && other.first <= last;
    }

    /** The smallest range with the ids of both. */
    public IdRange with(IdRange other) {
        return new IdRange(Math.min(first, other.first), Math.max(last, other.last));
    }

    /** Lets a reader skip what lies outside. */
    FilterCompat.Filter filter() {
        return equals(ALL)
                ? FilterCompat.NOOP
                : FilterCompat.get(FilterApi.and(FilterApi.gtEq(ID, first), FilterApi.ltEq(ID, last)));
    }
}
