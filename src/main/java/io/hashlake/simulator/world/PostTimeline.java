package io.hashlake.simulator.world;

import io.hashlake.simulator.world.SeededRandom.Purpose;
import io.hashlake.tweet.Snowflake;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Times at which posts are written. Posts are numbered from the epoch of X's ids, one per slot of time; where in its
 * slot a post lies is random. So id, time and number follow from each other, whenever the simulator was started. Slots
 * have equal lengths except in bursts, where they are shorter. Thread-safe.
 */
public final class PostTimeline {

    private static final long IDS_PER_SECOND = 1000L << 22;

    /** A slot's last tenth stays empty, so that ids strictly increase. */
    private static final double FILLED = 0.9;

    private static final int MAX_STRETCHES = 10_000;

    private final long seed;
    private final long first;
    private final long end;
    private volatile List<Segment> stretches;

    /**
     * A time with equally long slots.
     *
     * @param spacing length of a slot in the unit of ids, 2^-22 milliseconds
     */
    private record Segment(long firstId, long firstNumber, long spacing) {

        long slot(long number) {
            return firstId + (number - firstNumber) * spacing;
        }

        public long number(long id) {
            return firstNumber + (id - firstId) / spacing;
        }
    }

    private PostTimeline(WorldSettings settings, Instant start) {
        long spacing = Math.round(IDS_PER_SECOND / settings.postsPerSecond());
        this.seed = settings.seed();
        this.stretches = List.of(new Segment(0, 0, spacing));
        this.first = Snowflake.firstAt(start.minus(settings.history())) / spacing + 1;
        this.end = settings.limit() == 0 ? Long.MAX_VALUE : first + settings.limit();
    }

    public static PostTimeline of(WorldSettings settings, Instant start) {
        PostTimeline timeline = new PostTimeline(settings, start);
        settings.bursts().forEach(burst -> timeline.burst(start.plus(burst.after()), burst));
        return timeline;
    }

    /**
     * Lets posts be written faster for a while. What was written before does not change. A burst waits for the end of one
     * that is under way.
     */
    public synchronized void burst(Instant from, Burst burst) {
        Segment usual = stretches.get(stretches.size() - 1);
        long wanted = Math.max(usual.firstId(), Snowflake.firstAt(from.plusMillis(1)));
        long number = usual.number(wanted) + 1;
        long spacing = Math.max(1, Math.round(usual.spacing() / burst.factor()));
        Segment fast = new Segment(usual.slot(number), number, spacing);
        long last = number + ids(burst.length()) / spacing;
        Require.that(stretches.size() < MAX_STRETCHES, "number of bursts", stretches.size() / 2);
        List<Segment> more = new ArrayList<>(stretches);
        more.add(fast);
        more.add(new Segment(fast.slot(last), last, usual.spacing()));
        stretches = List.copyOf(more);
    }

    long seed() {
        return seed;
    }

    /** Number of the first post there is. */
    public long first() {
        return first;
    }

    /** Number after the last post there will be. */
    public long end() {
        return end;
    }

    public long id(long number) {
        List<Segment> all = stretches;
        int last = all.size() - 1;
        while (last > 0 && all.get(last).firstNumber() > number) {
            last--;
        }
        Segment stretch = all.get(last);
        double place = SeededRandom.of(seed, number, Purpose.JITTER).unit();
        return stretch.slot(number) + (long) (place * FILLED * stretch.spacing());
    }

    /** The post with this id, if it is one's. */
    public long number(long id) {
        List<Segment> all = stretches;
        int last = all.size() - 1;
        while (last > 0 && all.get(last).firstId() > id) {
            last--;
        }
        return all.get(last).number(id);
    }

    /** Returns whether a post has this id. */
    public boolean has(long id) {
        long number = number(id);
        return number >= first && number < end && id(number) == id;
    }

    public Instant createdAt(long number) {
        return Snowflake.time(id(number));
    }

    /** Number of the first post whose id is not below this one; at least {@link #first} and at most {@link #end}. */
    public long firstFrom(long id) {
        long number = number(id);
        return Math.max(first, Math.min(end, id(number) >= id ? number : number + 1));
    }

    private static long ids(Duration length) {
        return length.toMillis() << 22;
    }
}
