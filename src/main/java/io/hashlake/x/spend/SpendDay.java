package io.hashlake.x.spend;

import io.hashlake.core.Spend;
import io.hashlake.core.SpendLedger;
import java.util.Map;
import java.util.TreeMap;

/** One day of one process: what it has counted and not written, and what it may read. Guarded by its owner. */
final class SpendDay {

    /**
     * Number of ledger writes' worth of posts that a reservation covers, so that readers seldom wait for the ledger.
     */
    private static final int TURNS_AHEAD = 2;

    /** Reserved at once at the least, for those who read post by post. */
    private static final int MIN_AHEAD = 100;

    private Map<String, Spend> unwritten = new TreeMap<>();
    private long free;
    private long lately;
    private final RecentIds billed = new RecentIds();

    /** Takes of what is reserved as much as there is, up to {@code most}; 0 if there is less than {@code least}. */
    int take(int least, int most) {
        int taken = (int) Math.min(most, Math.max(0, free));
        if (taken < least) {
            return 0;
        }
        free -= taken;
        return taken;
    }

    /** Puts back what was taken and not read, or was reserved; negative where more came than was taken. */
    void putBack(long posts) {
        free += posts;
    }

    /** Returns how many posts to reserve, so that {@code most} can be taken. */
    long wanted(int most) {
        return Math.max(Math.max(most, MIN_AHEAD), TURNS_AHEAD * lately) - free;
    }

    /** Returns whether the post is read for the first time on this day, as far as is remembered. */
    boolean isFirstRead(long post) {
        return billed.add(post);
    }

    void count(String source, Spend spend) {
        unwritten.merge(source, spend, Spend::plus);
    }

    /**
     * Returns what is to be written to the ledger, and clears it here; empty if there is nothing.
     *
     * @param reserving whether what was read had been reserved, and so is not reserved any more
     * @param isOver whether nothing more will be read on this day
     */
    Map<String, Spend> drain(boolean reserving, boolean isOver) {
        Map<String, Spend> drained = unwritten;
        unwritten = new TreeMap<>();
        lately = drained.values().stream().mapToLong(Spend::posts).sum();
        if (reserving) {
            long kept = isOver ? 0 : Math.max(0, Math.min(free, TURNS_AHEAD * lately));
            long difference = kept - free - lately;
            free = kept;
            if (difference != 0) {
                drained.merge(SpendLedger.RESERVED, new Spend(0, difference), Spend::plus);
            }
        }
        return drained;
    }

    /**
     * Takes up again what could not be written, or perhaps was. What was given back with it is not given back again, so that
     * in both cases no post is left uncounted.
     */
    void restore(Map<String, Spend> drained) {
        long sum = drained.values().stream().mapToLong(Spend::posts).sum();
        free -= Math.max(0, sum);
        drained.remove(SpendLedger.RESERVED);
        drained.forEach(this::count);
    }
}
