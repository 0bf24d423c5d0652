package io.hashlake.core;

/**
 * Limits on the number of posts read. Days and months are in UTC, as X counts them.
 *
 * @param postsPerDay {@value #LEAST} or more
 * @param postsPerMonth {@value #LEAST} or more
 */
public record Budget(long postsPerDay, long postsPerMonth) {

    /** The smallest page that X serves: with less, nothing could be searched. */
    public static final int LEAST = 10;

    public static final Budget UNLIMITED = new Budget(Long.MAX_VALUE, Long.MAX_VALUE);

    public Budget {
        require("day", postsPerDay);
        require("month", postsPerMonth);
    }

    private static void require(String period, long posts) {
        if (posts < LEAST) {
            throw new IllegalArgumentException(posts + " posts per " + period + ": must be " + LEAST + " or more");
        }
    }

    public boolean isUnlimited() {
        return equals(UNLIMITED);
    }

    /** Returns how many more posts may be read; never negative. */
    public long left(SpendTotals totals) {
        return Math.max(0, Math.min(postsPerDay - totals.today(), postsPerMonth - totals.thisMonth()));
    }
}
