package io.hashlake.x.walk;

import io.hashlake.x.json.SearchPage;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Progress of a walk through a search's pages, and the decision when it is over. X's report of the end is not enough: a
 * page may be empty, or be repeated, by mistake, and what lies behind it would never be asked for again. So the end is
 * accepted from a complete page with posts, or after it was reported three times in a row; a walk that makes no
 * progress is given up.
 */
final class WalkProgress {

    /** End of a walk. */
    enum End {
        /** There is, or may be, another page. */
        NONE,
        /** Every page was given. */
        COMPLETE,
        /** X neither gives more nor says that there is no more. */
        DOUBTFUL
    }

    private static final int CLAIMS_ACCEPTED = 3;
    private static final int MAX_IDLE_PAGES = 5;
    private static final int MAX_REPEATS = 2;

    private final long since;
    private final DoubtAllowance doubts;
    private final Set<String> tokens = new HashSet<>();
    private long lowest;
    private boolean hasPosts;
    private boolean hasErred;
    private String token;
    private int claims;
    private int idlePages;
    private int repeats;
    private End end = End.NONE;
    private MissingIds hole;

    /**
     * @param since where it ends, exclusive
     * @param until below which it begins; 0 for now
     */
    WalkProgress(long since, long until, DoubtAllowance doubts) {
        this.since = since;
        this.lowest = until;
        this.doubts = doubts;
    }

    /** The lowest id so far, below which the search can be asked anew; 0 for none. */
    long lowest() {
        return lowest;
    }

    /** With what to ask for the next page; null to ask anew below {@link #lowest}. */
    String token() {
        return token;
    }

    End end() {
        return end;
    }

    /** Returns whether the page holds less than it announces and may be complete when requested again. */
    boolean isWorthAskingAgain(SearchPage page) {
        return page.isShort() && repeats++ < MAX_REPEATS && doubts.take();
    }

    /** Returns the ids between which the last page lacks posts that it announces; empty if it lacks none. */
    Optional<MissingIds> hole() {
        return Optional.ofNullable(hole);
    }

    /** Takes note of the next page, of which so many posts were asked for. */
    void after(SearchPage page, int size) {
        repeats = 0;
        long upper = lowest;
        boolean isLower = note(page);
        hole = isLower && page.isShort()
                ? new MissingIds(lowest, Math.max(upper, page.newestId().getAsLong()))
                : null;
        String next = page.nextToken().orElse(null);
        boolean isUsable = !page.isShort() && (isLower || page.isEmpty());
        token = next != null && tokens.add(next) && isUsable ? next : null;
        hasErred |= token == null && next != null
                || !isLower && next != null
                || page.missing().orElse(1) > 0;
        if (isDownToSince() || isNothing(page, next) || isEnd(page, isLower, size)) {
            end = End.COMPLETE;
            doubts.giveBack(hasErred ? 0 : claims);
        } else if (idlePages >= MAX_IDLE_PAGES || (!isLower || next == null) && !doubts.take()) {
            end = End.DOUBTFUL;
        }
    }

    /** Takes in how far down the page comes; false if no further than those before. */
    private boolean note(SearchPage page) {
        long oldest = page.oldestId().orElse(Long.MAX_VALUE);
        boolean isLower = !page.isEmpty() && (lowest == 0 || oldest < lowest);
        if (isLower) {
            lowest = oldest;
            hasPosts = true;
            idlePages = 0;
            doubts.progressed();
        } else {
            idlePages++;
        }
        return isLower;
    }

    private boolean isDownToSince() {
        return lowest > 0 && lowest <= since + 1;
    }

    /** A search that finds nothing at all is accepted or not by the caller, who sees several walks. */
    private boolean isNothing(SearchPage page, String next) {
        return !hasPosts && idlePages == 1 && page.isEmpty() && !page.isShort() && next == null;
    }

    private boolean isEnd(SearchPage page, boolean isLower, int size) {
        boolean isClaim = page.isEmpty() && !page.isShort() && page.nextToken().isEmpty();
        claims = isClaim ? claims + 1 : 0;
        return claims >= CLAIMS_ACCEPTED || isLower && isLast(page, size);
    }

    private static boolean isLast(SearchPage page, int size) {
        boolean isWhole = page.missing().isPresent() && !page.isShort();
        int items = page.tweets().size() + page.rejected().size();
        return page.nextToken().isEmpty() && isWhole && items < size;
    }
}
