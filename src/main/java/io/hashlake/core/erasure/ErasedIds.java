package io.hashlake.core.erasure;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.LongStream;

/** An immutable set of ids in ascending order: eight bytes per id, found by binary search. */
public final class ErasedIds {

    public static final ErasedIds NONE = new ErasedIds(new long[0]);

    private final long[] sorted;

    private ErasedIds(long[] sorted) {
        this.sorted = sorted;
    }

    public static ErasedIds of(LongStream ids) {
        return new ErasedIds(ids.sorted().distinct().toArray());
    }

    public static ErasedIds of(long... ids) {
        return of(Arrays.stream(ids));
    }

    public static ErasedIds of(Collection<Long> ids) {
        return of(ids.stream().mapToLong(Long::longValue));
    }

    public boolean contains(long id) {
        return Arrays.binarySearch(sorted, id) >= 0;
    }

    /** Returns whether any id lies between these two, both included. */
    public boolean anyWithin(long first, long last) {
        int place = Arrays.binarySearch(sorted, first);
        return place >= 0 ? first <= last : ~place < sorted.length && sorted[~place] <= last;
    }

    /** The ids of both. */
    public ErasedIds plus(ErasedIds other) {
        return other.isEmpty() ? this : of(LongStream.concat(stream(), other.stream()));
    }

    public boolean isEmpty() {
        return sorted.length == 0;
    }

    public int size() {
        return sorted.length;
    }

    public LongStream stream() {
        return Arrays.stream(sorted);
    }
}
