package io.hashlake.x.search;

import io.hashlake.core.Rejected;
import io.hashlake.tweet.Snowflake;
import io.hashlake.x.client.XTime;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Period in which X may list more posts than it has so far: it lists some of them late. A walk that reaches back over it takes
 * up what was not taken up before. Where that costs further requests, a walk does so once per settling time, which still reads
 * every moment again after all of its posts are listed.
 */
final class SettlingWindow {

    private static final int MAX_REJECTED = 100;

    private final TreeSet<Long> taken = new TreeSet<>();
    private final Set<String> rejected = new LinkedHashSet<>();
    private long settled;
    private int bumps;
    private Instant walkBegan;
    private Instant reachedBackAt;
    private boolean reachesBack = true;

    /**
     * The id above which posts are asked for, given where the search rests. After a restart the last walk that reached back
     * began up to one settling time before the cursor, and had settled what was another one older.
     */
    long above(SearchCursor cursor, Duration settling) {
        if (!reachesBack) {
            return cursor.since() - bumps;
        }
        long reached = settled > 0 ? settled : idBefore(Snowflake.time(cursor.since()), settling.multipliedBy(2));
        return Math.min(cursor.since() - bumps, reached);
    }

    /** The cursor moved by one id for the sake of its position alone. */
    void bump() {
        bumps++;
    }

    /** Takes up a post; false if that was done before. */
    boolean takes(long id) {
        return taken.add(id);
    }

    /** Those that were not taken up before. */
    List<Rejected> take(List<Rejected> more) {
        List<Rejected> fresh =
                more.stream().filter(one -> rejected.add(one.payload())).toList();
        while (rejected.size() > MAX_REJECTED) {
            rejected.remove(rejected.iterator().next());
        }
        return fresh;
    }

    /** Number of posts that a walk which reaches back reads again. */
    int size() {
        return taken.size();
    }

    /** Returns whether a walk that begins now has to reach back, whatever it costs. */
    boolean isDue(Instant now, Duration settling) {
        return reachedBackAt == null || !now.isBefore(reachedBackAt.plus(settling));
    }

    /** A walk began at this time of X's, unless one is under way. */
    void begin(Instant walk, SearchCursor cursor, boolean reachesBack) {
        if (!cursor.isWalking()) {
            walkBegan = walk;
            this.reachesBack = reachesBack;
        } else if (walkBegan == null) {
            walkBegan = Snowflake.time(cursor.newest());
        }
    }

    /** Notes that the walk found nothing, which may be wrong: the window that is searched again stays. */
    void endEmpty() {
        walkBegan = null;
    }

    /** The walk is over: if it reached back, everything written a settling time before it began was listed. */
    void end(Duration settling, boolean hasMoved) {
        bumps = hasMoved ? 0 : bumps;
        if (reachesBack) {
            reachedBackAt = walkBegan;
            settled = idBefore(walkBegan, settling);
            taken.headSet(settled, true).clear();
        }
        walkBegan = null;
    }

    /** Forgets the ids taken up: their posts will be read again. */
    void forget() {
        taken.clear();
        rejected.clear();
        settled = 0;
        bumps = 0;
        walkBegan = null;
        reachedBackAt = null;
        reachesBack = true;
    }

    /** Posts this far down will not be listed again, so a long walk need not remember them. */
    void prune(SearchCursor walk, Duration settling) {
        long unneeded = idBefore(Snowflake.time(walk.newest()), settling);
        if (unneeded > walk.since()) {
            taken.subSet(walk.since(), false, unneeded, true).clear();
        }
    }

    private static long idBefore(Instant time, Duration settling) {
        return Math.max(1, Snowflake.firstAt(time.minus(settling).minus(XTime.TOLERATED)) - 1);
    }
}
