package io.hashlake.simulator.world;

import java.util.List;

/**
 * Random draws that follow from a seed, a number and a purpose, so that whatever is drawn can be drawn again. SplitMix64 is
 * taken because starting a new sequence costs nothing.
 */
public final class SeededRandom {

    /** Purpose of a draw; two purposes of one number are independent. */
    public enum Purpose {
        JITTER,
        KIND,
        TARGET,
        EDITS,
        PLAN,
        TEXT,
        DETAILS,
        POPULARITY,
        ACCOUNT,
        PROFILE,
        DUPLICATE,
        FAULT,
        STREAM_FAULT,
        SAMPLE,
        LATE,
        DELETION,
        LISTING
    }

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1.0p-53;

    private long state;

    private SeededRandom(long state) {
        this.state = state;
    }

    public static SeededRandom of(long seed, long number, Purpose purpose) {
        return new SeededRandom(mix(mix(seed + GOLDEN * (purpose.ordinal() + 1)) + GOLDEN * number));
    }

    long next() {
        state += GOLDEN;
        return mix(state);
    }

    /** From 0 to {@code bound - 1}. */
    int below(int bound) {
        return (int) ((next() >>> 32) * bound >>> 32);
    }

    /** From 0 up to, but not including, 1. */
    public double unit() {
        return (next() >>> 11) * UNIT;
    }

    public boolean chance(double probability) {
        return unit() < probability;
    }

    /** From 0 to {@code bound - 1} by Zipf's law with exponent 1: the first is drawn most. */
    int rank(int bound) {
        return Math.min(bound, (int) Math.exp(unit() * Math.log(bound + 1.0))) - 1;
    }

    public <T> T pick(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
