package io.hashlake.pipeline.inbox;

import io.hashlake.camel.BatchExchange;
import io.hashlake.core.TweetBatch;
import io.hashlake.pipeline.RootCause;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;

/** Hands batches to an endpoint in the caller's thread; each is complete when its exchange is, and nobody waits for that. */
public final class BatchOutput implements Function<TweetBatch, CompletionStage<?>> {

    private final AsyncProducer producer;

    /** @param uri for example {@code direct:batches} */
    public BatchOutput(CamelContext camel, String uri) {
        try {
            this.producer = camel.getEndpoint(uri).createAsyncProducer();
        } catch (Exception e) {
            throw new IllegalArgumentException("nothing can be sent to " + uri + ": " + RootCause.messageOf(e), e);
        }
        producer.start();
    }

    @Override
    public CompletionStage<?> apply(TweetBatch batch) {
        return BatchExchange.process(producer, producer.getEndpoint().createExchange(), batch);
    }
}
