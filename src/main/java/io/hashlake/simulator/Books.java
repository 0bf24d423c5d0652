package io.hashlake.simulator;

import java.time.Instant;
import java.util.List;

/** What is written down about requests and streams. */
record Books(RequestLog requests, UsageLog usage, Truth truth, StreamLog streams) {

    /** These posts, by number, were in an answer. */
    void served(List<Long> posts, Instant at) {
        truth.served(posts, at);
        usage.add(at, posts.size());
    }

    /** These posts went out over a stream. */
    void streamed(int session, List<Outflow.Item> items, Instant at) {
        if (items.isEmpty()) {
            return;
        }
        truth.streamed(items.stream().map(item -> item.plan().number()).toList(), at);
        usage.add(at, items.size());
        streams.add(session, items, at);
    }
}
