package io.hashlake.simulator;

import io.hashlake.simulator.ServedLog.Served;
import io.hashlake.tweet.Metrics;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** Knows what there is and what was served. */
final class Truth {

    private final World world;
    private final Search search;
    private final ServedLog served;

    Truth(World world, Search search) {
        this.world = world;
        this.search = search;
        this.served = new ServedLog(world.settings().retained());
    }

    /** Remembers that these posts, by number, were delivered as they were at this time. */
    void served(List<Long> numbers, Instant at) {
        numbers.forEach(number -> served.add(number, at));
    }

    /** Hands on every post that matches and exists at this time, newest first. */
    void forEach(Query query, Instant now, Consumer<TruePost> action) {
        search.forEach(query, Window.until(now), plan -> action.accept(post(plan)));
    }

    private TruePost post(Plan plan) {
        Served last = served.of(plan.number());
        Metrics metrics = last.last() == null ? null : world.metrics(plan, last.last());
        return new TruePost(
                world.timeline().id(plan.number()),
                world.timeline().createdAt(plan.number()),
                world.hashtags(plan),
                last.times(),
                last.last(),
                metrics);
    }
}
