package io.hashlake.pipeline;

import io.hashlake.core.BatchTracer;
import io.hashlake.core.Origins;
import io.hashlake.core.TweetBatch;
import io.hashlake.observability.Meters;
import org.apache.camel.Exchange;

/** Counts and traces what sources hand on. */
public final class ReceivedTweets {

    private static final String FILES = "files";

    private final Meters meters;
    private final BatchTracer tracer;

    public ReceivedTweets(Meters meters, BatchTracer tracer) {
        this.meters = meters;
        this.tracer = tracer;
    }

    /** Files count together: their number has no bound. */
    public void count(TweetBatch batch, Exchange exchange) {
        String source = Origins.isFile(batch.origin()) ? FILES : batch.origin();
        meters.received(source, batch.tweets().size());
        Completion.of(exchange).run(tracer.received(batch));
    }
}
