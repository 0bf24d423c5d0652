package io.hashlake.pipeline;

import io.hashlake.core.TweetBatch;
import io.hashlake.observability.Meters;

/** Counts what sources hand on. */
public final class ReceivedTweets {

    private final Meters meters;

    public ReceivedTweets(Meters meters) {
        this.meters = meters;
    }

    public void count(TweetBatch batch) {
        meters.received(batch.origin(), batch.tweets().size());
    }
}
