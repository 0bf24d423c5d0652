package io.hashlake.x.gap;

import io.hashlake.core.DeclaredGap;
import io.hashlake.core.Position;
import io.hashlake.core.Position.Kind;
import io.hashlake.tweet.Snowflake;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Progress in filling the gaps of a source. X returns the newest posts first, so a gap is filled from its end down.
 *
 * @param gap the gap that was filled last, or is being filled, by its id in the ledger; 0 before the first
 * @param until every post of it from this id on is done
 * @param listed posts that X listed in it so far
 * @param found those of them that were handed on
 */
record GapCursor(long gap, long until, long listed, long found) {

    GapCursor {
        if (gap < 0 || until <= 0 || found < 0 || listed < found) {
            throw new IllegalArgumentException(
                    "no position in gaps: gap " + gap + ", until " + until + ", listed " + listed + ", found " + found);
        }
    }

    /** Before the first gap; no two such positions are the same, though cursors may be lost. */
    static GapCursor before(Instant now) {
        return new GapCursor(0, Snowflake.firstAt(now), 0, 0);
    }

    /** At the gap's end, with nothing of it done. */
    static GapCursor atEndOf(DeclaredGap gap) {
        Instant to = gap.gap().to();
        Instant millis = to.truncatedTo(ChronoUnit.MILLIS);
        return new GapCursor(gap.id(), Snowflake.firstAt(millis.equals(to) ? to : millis.plusMillis(1)), 0, 0);
    }

    /** The position {@code GAP:UNTIL:LISTED:FOUND}. */
    static GapCursor of(Position position) {
        List<Long> numbers = position.numbersOf(Kind.GAP);
        return new GapCursor(numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3));
    }

    /** After a walk came down to {@code lowest}, on which so many posts were listed and so many handed on. */
    GapCursor after(long lowest, long moreListed, long moreFound) {
        return new GapCursor(gap, Math.min(until, lowest), listed + moreListed, found + moreFound);
    }

    /** Returns whether no post with an id above {@code since} is left to ask for. */
    boolean isDownTo(long since) {
        return until <= since + 1;
    }

    @Override
    public String toString() {
        return Position.of(Kind.GAP, gap, until, listed, found).toString();
    }
}
