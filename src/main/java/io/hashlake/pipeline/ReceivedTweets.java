package io.hashlake.pipeline;

import io.hashlake.core.Origins;
import io.hashlake.core.TweetBatch;
import io.hashlake.observability.Meters;

/** Counts what sources hand on. */
public final class ReceivedTweets {

    private static final String FILES = "files";

    private final Meters meters;

    public ReceivedTweets(Meters meters) {
        this.meters = meters;
    }

    /** Files count together: their number has no bound. */
    public void count(TweetBatch batch) {
        String source = Origins.isFile(batch.origin()) ? FILES : batch.origin();
        meters.received(source, batch.tweets().size());
    }
}
