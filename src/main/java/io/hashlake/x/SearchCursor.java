package io.hashlake.x;

/**
 * How far a search has come. X gives the newest posts first, so between two rests a search walks from the newest post down
 * to where it rested before; the cursor remembers the walk too, so that a long one goes on after a restart rather than begin
 * (and be paid for) again.
 *
 * @param since every post up to this id is done
 * @param newest while walking, the first page's newest id: where the search will rest; else 0
 * @param until while walking, every post from this id up to {@code newest} is done as well; else 0
 */
record SearchCursor(long since, long newest, long until) {

    SearchCursor {
        boolean resting = newest == 0 && until == 0;
        if (since < 0 || !resting && !(until > 0 && newest >= until)) {
            throw new IllegalArgumentException(
                    "no search cursor: since " + since + ", newest " + newest + ", until " + until);
        }
    }

    static SearchCursor restingAt(long since) {
        return new SearchCursor(since, 0, 0);
    }

    /** What {@link #toString} wrote. */
    static SearchCursor parse(String position) {
        String[] ids = position.split(":", -1);
        try {
            return ids.length == 1
                    ? restingAt(Long.parseLong(ids[0]))
                    : new SearchCursor(Long.parseLong(ids[0]), Long.parseLong(ids[1]), Long.parseLong(ids[2]));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException(
                    "'" + position + "' is no position of a search: expected SINCE or"
                            + " SINCE:NEWEST:UNTIL, each an id",
                    e);
        }
    }

    boolean isWalking() {
        return until > 0;
    }

    /** After a page whose newest and oldest ids are these. */
    SearchCursor afterPage(long pageNewest, long pageOldest) {
        long lowest = isWalking() ? Math.min(until, pageOldest) : pageOldest;
        return new SearchCursor(since, Math.max(newest, pageNewest), lowest);
    }

    /** After the last page; every post up to {@code floor} was listed in any case. */
    SearchCursor afterWalk(long floor) {
        return restingAt(Math.max(Math.max(since, newest), floor));
    }

    @Override
    public String toString() {
        return isWalking() ? since + ":" + newest + ":" + until : Long.toString(since);
    }
}
