package io.hashlake.pipeline.bus;

import io.hashlake.core.BatchTracer;
import io.hashlake.core.Origins;
import io.hashlake.core.TweetBatch;
import io.hashlake.observability.Meters;
import org.apache.camel.Exchange;

/** Counts and traces what sources hand on. */
public final class ReceivedTweets {

    private final Meters meters;
    private final BatchTracer tracer;

    public ReceivedTweets(Meters meters, BatchTracer tracer) {
        this.meters = meters;
        this.tracer = tracer;
    }

    public void count(TweetBatch batch, Exchange exchange) {
        meters.received(Origins.counted(batch.origin()), batch.tweets().size());
        new Completion(exchange).run(tracer.received(batch));
    }
}
