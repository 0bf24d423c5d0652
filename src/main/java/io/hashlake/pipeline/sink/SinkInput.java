package io.hashlake.pipeline.sink;

import io.hashlake.camel.BatchExchange;
import io.hashlake.core.TweetBatch;
import java.util.concurrent.CompletionStage;
import org.apache.camel.Exchange;

/**
 * Bean by which a route hands batches to a sink. The sink may commit hundreds of thousands of posts later, and until then the
 * exchanges are under way: so they give up their posts.
 */
public record SinkInput(Target target) {

    /** Takes a batch; completes when that is durable. */
    @FunctionalInterface
    public interface Target {
        CompletionStage<Void> write(TweetBatch batch) throws InterruptedException;
    }

    /** Hands over the exchange's batch, and leaves its origin and positions in the body. */
    public CompletionStage<Void> write(Exchange exchange) throws InterruptedException {
        TweetBatch batch = exchange.getMessage().getBody(TweetBatch.class);
        CompletionStage<Void> durable = target.write(batch);
        BatchExchange.dropContent(exchange, batch);
        return durable;
    }
}
