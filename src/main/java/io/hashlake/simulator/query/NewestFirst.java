package io.hashlake.simulator.query;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.PrimitiveIterator;

/** Merges several series into one, from the largest value below a bound downwards, each value once. */
final class NewestFirst implements PrimitiveIterator.OfLong {

    private final List<LongSeries.Slice> slices;
    private final int[] places;

    NewestFirst(List<LongSeries.Slice> slices, long bound) {
        this.slices = slices;
        this.places = slices.stream().mapToInt(slice -> slice.lastBelow(bound)).toArray();
    }

    @Override
    public boolean hasNext() {
        for (int place : places) {
            if (place >= 0) {
                return true;
            }
        }
        return false;
    }

    @Override
    public long nextLong() {
        long newest = Long.MIN_VALUE;
        for (int i = 0; i < places.length; i++) {
            if (places[i] >= 0) {
                newest = Math.max(newest, value(i));
            }
        }
        if (newest == Long.MIN_VALUE) {
            throw new NoSuchElementException();
        }
        for (int i = 0; i < places.length; i++) {
            if (places[i] >= 0 && value(i) == newest) {
                places[i]--;
            }
        }
        return newest;
    }

    private long value(int slice) {
        return slices.get(slice).values()[places[slice]];
    }
}
