package io.hashlake.x.spend;

import io.hashlake.core.spend.Dollars;
import io.hashlake.core.spend.Resource;
import io.hashlake.core.spend.SpendItem;
import io.hashlake.core.spend.SpendLedger;
import java.time.LocalDate;
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

    private final LocalDate date;
    private final SpendTerms terms;
    private final Dollars maxCost;
    private Map<SpendItem, Long> unwritten = new TreeMap<>();
    private long free;
    private long consumed;
    private long lately;
    private final RecentIds posts = new RecentIds();
    private final RecentIds includedPosts = new RecentIds();
    private final RecentIds users = new RecentIds();

    SpendDay(LocalDate date, SpendTerms terms) {
        this.date = date;
        this.terms = terms;
        this.maxCost = terms.maxCost(date);
    }

    /** Returns the most that one post may cost, which is reserved for each. */
    Dollars maxCost() {
        return maxCost;
    }

    Dollars price(Resource resource) {
        return terms.prices().of(resource, date);
    }

    /** Takes of what is reserved as much as there is, up to {@code most}; 0 if there is less than {@code least}. */
    int take(int least, int most) {
        int taken = (int) Math.min(most, Math.max(0, free));
        if (taken < least) {
            return 0;
        }
        free -= taken;
        return taken;
    }

    /** Adds posts that were reserved in the ledger. */
    void reserved(long count) {
        free += count;
    }

    /** Returns how many posts to reserve, so that {@code most} can be taken. */
    long wanted(int most) {
        return Math.max(Math.max(most, MIN_AHEAD), TURNS_AHEAD * lately) - free;
    }

    /** Settles so many posts that were taken: what was read for them is counted, and the rest may be read by others. */
    void settle(int taken, Map<SpendItem, Long> read) {
        long used = used(read);
        consumed += used;
        free += taken - used;
        read.forEach(this::count);
    }

    /** Returns how many reserved posts cover what was read, both in number and in price. */
    private long used(Map<SpendItem, Long> read) {
        long number = 0;
        Dollars cost = Dollars.ZERO;
        for (Map.Entry<SpendItem, Long> entry : read.entrySet()) {
            number += entry.getKey().resource() == Resource.POST ? entry.getValue() : 0;
            cost = cost.plus(entry.getKey().price().times(entry.getValue()));
        }
        long most = Math.max(1, maxCost.micros());
        return Math.max(number, (cost.micros() + most - 1) / most);
    }

    /** Returns whether the post is read for the first time on this day, as far as is remembered. */
    boolean isFirstRead(long post) {
        return posts.add(post);
    }

    /** Returns the price of a post that is read for the first time: nothing if it had come with another one. */
    Dollars priceOf(long post) {
        return includedPosts.contains(post) ? Dollars.ZERO : price(Resource.POST);
    }

    /** Returns whether a post that came with another one is billed, by itself for the first time on this day. */
    boolean isFirstInclusion(long post) {
        return terms.hasIncluded() && !posts.contains(post) && includedPosts.add(post);
    }

    /** Returns whether an account that came with a post is billed, for the first time on this day. */
    boolean isFirstUser(long user) {
        return terms.hasIncluded() && users.add(user);
    }

    private void count(SpendItem item, long amount) {
        unwritten.merge(item, amount, Long::sum);
    }

    /**
     * Returns what is to be written to the ledger, and clears it here; empty if there is nothing.
     *
     * @param reserving whether what was read had been reserved, and so is not reserved any more
     * @param isOver whether nothing more will be read on this day
     */
    Map<SpendItem, Long> drain(boolean reserving, boolean isOver) {
        Map<SpendItem, Long> drained = unwritten;
        unwritten = new TreeMap<>();
        lately = consumed;
        consumed = 0;
        if (reserving) {
            long kept = isOver ? 0 : Math.max(0, Math.min(free, TURNS_AHEAD * lately));
            long difference = kept - free - lately;
            free = kept;
            if (difference != 0) {
                drained.merge(SpendLedger.reserved(maxCost), difference, Long::sum);
            }
        }
        return drained;
    }

    /**
     * Takes up again what could not be written, or perhaps was. What was given back with it is not given back again, so that
     * in both cases nothing is left uncounted.
     */
    void restore(Map<SpendItem, Long> drained) {
        Long difference = drained.remove(SpendLedger.reserved(maxCost));
        free -= difference == null ? 0 : Math.max(0, lately + difference);
        drained.forEach(this::count);
    }
}
