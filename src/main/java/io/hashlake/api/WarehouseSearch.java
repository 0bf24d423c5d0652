package io.hashlake.api;

import io.hashlake.warehouse.analytics.Analytics;
import io.hashlake.warehouse.analytics.PostFilter;
import java.io.IOException;
import java.util.List;

/** Search in the warehouse, for deployments without an index. */
public final class WarehouseSearch implements PostSearch {

    private final Analytics analytics;

    public WarehouseSearch(Analytics analytics) {
        this.analytics = analytics;
    }

    @Override
    public String name() {
        return "warehouse";
    }

    @Override
    public List<FoundPost> search(PostFilter filter, int limit) throws IOException {
        WordMatcher words = new WordMatcher(filter.text(), filter.phrase());
        return analytics.posts(filter, limit).stream()
                .map(post -> FoundPost.of(post, words.matches(post.text()), name()))
                .toList();
    }
}
