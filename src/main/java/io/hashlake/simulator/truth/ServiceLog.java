package io.hashlake.simulator.truth;

import io.hashlake.simulator.feed.Outflow;
import java.time.Instant;
import java.util.List;

/** Log of requests and streams. */
public record ServiceLog(RequestLog requests, UsageLog usage, Truth truth, StreamLog streams) {

    /** These posts, by number, were in an answer. */
    public void served(List<Long> posts, Instant at) {
        truth.served(posts, at);
        usage.add(at, posts.size());
    }

    /** These posts went out over a stream. */
    public void streamed(int session, List<Outflow.Item> items, Instant at) {
        if (items.isEmpty()) {
            return;
        }
        truth.streamed(items.stream().map(item -> item.plan().number()).toList(), at);
        usage.add(at, items.size());
        streams.add(session, items, at);
    }
}
