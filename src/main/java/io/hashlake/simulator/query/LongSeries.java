package io.hashlake.simulator.query;

import java.util.Arrays;

/** Increasing numbers. What was handed out as a {@link Slice} stays as it is while the series grows and loses its head. */
final class LongSeries {

    private long[] values = new long[16];
    private int size;

    /** A part of a series, as it was. */
    record Slice(long[] values, int size) {

        /** Place of the last value below this one; -1 if there is none. */
        int lastBelow(long bound) {
            int found = Arrays.binarySearch(values, 0, size, bound);
            return (found >= 0 ? found : -found - 1) - 1;
        }
    }

    /** Adds a value that is not below the last one; one that is there already is left out. */
    void add(long value) {
        if (size > 0 && values[size - 1] == value) {
            return;
        }
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = value;
    }

    void forgetBelow(long bound) {
        int forgotten = slice().lastBelow(bound) + 1;
        values = Arrays.copyOfRange(values, forgotten, Math.max(size, forgotten + 16));
        size -= forgotten;
    }

    Slice slice() {
        return new Slice(values, size);
    }
}
