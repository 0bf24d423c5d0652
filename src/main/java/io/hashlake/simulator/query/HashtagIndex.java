package io.hashlake.simulator.query;

import io.hashlake.simulator.world.Folding;
import io.hashlake.simulator.world.Plan;
import io.hashlake.simulator.world.World;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PrimitiveIterator;
import java.util.stream.LongStream;

/** Index of the newest posts by hashtag. */
public final class HashtagIndex {

    private final World world;
    private final Map<String, LongSeries> byHashtag = new HashMap<>();
    private final List<LongSeries> series = new ArrayList<>();
    private long indexed;
    private long oldest;

    public HashtagIndex(World world) {
        this.world = world;
        this.indexed = world.timeline().first();
        this.oldest = indexed;
        for (int i = 0; i < world.settings().hashtags().size(); i++) {
            series.add(byHashtag.computeIfAbsent(world.folded(i, Folding.SEARCH), folded -> new LongSeries()));
        }
    }

    /** Number of the oldest post that can still be searched. */
    public synchronized long oldest() {
        return oldest;
    }

    /** Numbers of the posts from {@link #oldest()} on and below a bound, newest first. */
    public synchronized PrimitiveIterator.OfLong all(long bound) {
        long first = oldest;
        return LongStream.range(0, Math.max(0, bound - first))
                .map(back -> bound - 1 - back)
                .iterator();
    }

    /** Numbers of the posts below a bound that carry at least one of the folded hashtags, newest first. */
    public synchronized PrimitiveIterator.OfLong with(Collection<String> hashtags, long bound) {
        return new NewestFirst(
                hashtags.stream()
                        .map(byHashtag::get)
                        .filter(Objects::nonNull)
                        .map(LongSeries::slice)
                        .toList(),
                bound);
    }

    /** Takes in what was written before a bound and forgets what is beyond the number of retained posts. */
    public synchronized void advance(long bound) {
        int retained = world.settings().retained();
        indexed = Math.max(indexed, bound - retained);
        oldest = Math.max(oldest, bound - retained);
        while (indexed < bound) {
            add(world.plan(indexed++));
            if (indexed % retained == 0) {
                byHashtag.values().forEach(numbers -> numbers.forgetBelow(oldest));
            }
        }
    }

    private void add(Plan plan) {
        for (int hashtag : plan.hashtags()) {
            series.get(hashtag).add(plan.number());
        }
    }
}
