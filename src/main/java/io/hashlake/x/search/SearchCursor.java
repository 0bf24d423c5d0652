package io.hashlake.x.search;

import io.hashlake.core.Position;
import io.hashlake.core.Position.Kind;
import java.util.List;

/**
 * Progress of a search. X returns the newest posts first, so a search walks from the newest post down to where the last
 * walk began; the cursor also stores the walk, so that after a restart a long one goes on rather than begin (and be
 * paid for) again.
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

    /** The position of a search: {@code SINCE} or {@code SINCE:NEWEST:UNTIL}. */
    static SearchCursor of(Position position) {
        List<Long> ids = position.numbersOf(Kind.SEARCH);
        return ids.size() == 1 ? restingAt(ids.get(0)) : new SearchCursor(ids.get(0), ids.get(1), ids.get(2));
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

    /** After what lies up to {@code oldest}, which can no longer be had, is left out; a walk that is under way goes on. */
    SearchCursor skippingTo(long oldest) {
        return isWalking() && until > oldest
                ? new SearchCursor(oldest, newest, until)
                : restingAt(Math.max(newest, oldest));
    }

    @Override
    public String toString() {
        Position position =
                isWalking() ? Position.of(Kind.SEARCH, since, newest, until) : Position.of(Kind.SEARCH, since);
        return position.toString();
    }
}
