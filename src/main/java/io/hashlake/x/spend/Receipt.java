package io.hashlake.x.spend;

import io.hashlake.core.spend.Resource;
import io.hashlake.core.spend.SpendItem;
import io.hashlake.tweet.Tweet;
import io.hashlake.x.spend.SpendGuard.Permit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Count of what was read with a permit. Closing it settles the permit. X bills a resource once per day, however often it is read, and
 * so is it counted here.
 */
public final class Receipt implements AutoCloseable {

    private final SpendGuard spend;
    private final Permit permit;
    private final Map<SpendItem, Long> items = new HashMap<>();

    Receipt(SpendGuard spend, Permit permit) {
        this.spend = spend;
        this.permit = permit;
    }

    /** @param bearers tells which source bears how many of these posts, each once */
    public void posts(List<Tweet> read, Function<List<Tweet>, Map<String, Integer>> bearers) {
        spend.billed(permit, read).forEach((price, posts) -> bearers.apply(posts)
                .forEach((source, count) -> add(new SpendItem(source, Resource.POST, price), count)));
    }

    /** Adds resources that count each time, such as posts that cannot be read. */
    public void add(String source, Resource resource, int count) {
        if (count > 0) {
            add(new SpendItem(source, resource, spend.price(permit, resource)), count);
        }
    }

    /** Adds what came with posts, by id. */
    public void included(String source, Collection<Long> posts, Collection<Long> users) {
        add(source, Resource.INCLUDED_POST, spend.newIncluded(permit, posts));
        add(source, Resource.USER, spend.newUsers(permit, users));
    }

    private void add(SpendItem item, long count) {
        items.merge(item, count, Long::sum);
    }

    @Override
    public void close() {
        spend.settle(permit, items);
    }
}
