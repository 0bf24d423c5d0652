package io.hashlake.camel;

import io.hashlake.core.TweetBatch;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.camel.Endpoint;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;

/** Makes an exchange of each batch of a source, and completes the batch when the exchange is done. */
public abstract class BatchConsumer extends DefaultConsumer {

    /** Set while its source is followed. */
    private Following following;

    private CompletionStage<Void> left = CompletableFuture.completedFuture(null);

    BatchConsumer(Endpoint endpoint, Processor processor) {
        super(endpoint, processor);
    }

    /** Begins to follow a new source. */
    abstract Following follow();

    /** Followed source. */
    @FunctionalInterface
    interface Following {

        /** Ends it; completes when nothing of the source is under way any more. */
        CompletionStage<Void> end();
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        following = follow();
    }

    /**
     * Stops to follow its source, ahead of its route.
     *
     * @return completes when no batch is on its way through the route any more
     */
    public final synchronized CompletionStage<Void> leave() {
        if (following != null) {
            left = following.end();
            following = null;
        }
        return left;
    }

    @Override
    protected void doStop() throws Exception {
        leave();
        super.doStop();
    }

    final CompletionStage<?> process(TweetBatch batch) {
        return BatchExchange.process(getAsyncProcessor(), createExchange(true), batch);
    }
}
