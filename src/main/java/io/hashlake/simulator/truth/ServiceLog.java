package io.hashlake.simulator.truth;

import io.hashlake.simulator.feed.Outflow;
import java.time.Instant;
import java.util.List;

/** Log of requests and streams. */
public record ServiceLog(RequestLog requests, Billing billing, Truth truth, StreamLog streams) {

    /** This was in an answer. */
    public void served(Served served, Instant at) {
        truth.served(served.posts(), at);
        billing.add(served, at);
    }

    /** These posts went out over a stream, with what came with them. */
    public void streamed(int session, List<Outflow.Item> items, Served included, Instant at) {
        if (items.isEmpty()) {
            return;
        }
        List<Long> posts = items.stream().map(item -> item.plan().number()).toList();
        truth.streamed(posts, at);
        billing.add(Served.posts(posts), at);
        billing.add(included, at);
        streams.add(session, items, at);
    }
}
