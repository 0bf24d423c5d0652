package io.hashlake.simulator.truth;

import io.hashlake.simulator.feed.StreamContent;
import io.hashlake.simulator.query.IdBounds;
import io.hashlake.simulator.query.ParsedQuery;
import io.hashlake.simulator.truth.ServedLog.Served;
import io.hashlake.simulator.world.Plan;
import io.hashlake.simulator.world.PostTimeline;
import io.hashlake.simulator.world.World;
import io.hashlake.tweet.Metrics;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** Knows what there is and what was served. */
public final class Truth {

    static final Instant WHATEVER_HAPPENS = Instant.MIN;

    private final World world;
    private final Search search;
    private final ServedLog served;
    private final ServedLog streamed;

    public Truth(World world, Search search) {
        this.world = world;
        this.search = search;
        this.served = new ServedLog(world.settings().retained());
        this.streamed = new ServedLog(world.settings().retained());
    }

    /** Remembers that these posts, by number, were delivered as they were at this time. */
    void served(List<Long> numbers, Instant at) {
        numbers.forEach(number -> served.add(number, at));
    }

    /** Remembers that these posts, by number, went out over a stream at this time. */
    void streamed(List<Long> numbers, Instant at) {
        numbers.forEach(number -> streamed.add(number, at));
    }

    /** Hands on every post of an interval that matches, newest first. */
    public void forEach(ParsedQuery query, IdBounds window, Consumer<TruePost> action) {
        search.forEach(query, window, WHATEVER_HAPPENS, plan -> action.accept(post(plan, served)));
    }

    /** Hands on every post of an interval that is on such a stream, newest first. */
    public void forEach(StreamContent.Filter stream, IdBounds window, Consumer<TruePost> action) {
        PostTimeline timeline = world.timeline();
        long bound = timeline.firstFrom(window.below());
        long first = Math.max(
                timeline.firstFrom(window.above() + 1), bound - world.settings().retained());
        for (long number = bound - 1; number >= first; number--) {
            Plan plan = world.plan(number);
            if (stream.rules(plan).isPresent()) {
                action.accept(post(plan, streamed));
            }
        }
    }

    private TruePost post(Plan plan, ServedLog log) {
        Served last = log.of(plan.number());
        Metrics metrics = last.last() == null ? null : world.metrics(plan, last.last());
        return new TruePost(
                world.timeline().id(plan.number()),
                world.timeline().createdAt(plan.number()),
                world.hashtags(plan),
                world.deletedAt(plan),
                last.times(),
                last.last(),
                metrics);
    }
}
