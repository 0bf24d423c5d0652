package io.hashlake.camel;

import io.hashlake.core.TweetBatch;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.camel.AsyncProcessor;
import org.apache.camel.Exchange;

/** A batch on its way through routes. */
public final class BatchExchange {

    private BatchExchange() {}

    /** Lets the processor have the batch; completes when the exchange is done, and fails where it cannot even begin. */
    public static CompletionStage<Void> process(AsyncProcessor processor, Exchange exchange, TweetBatch batch) {
        CompletableFuture<Void> completed = new CompletableFuture<>();
        exchange.getMessage().setBody(batch);
        try {
            processor.process(exchange, doneSync -> complete(exchange, completed));
        } catch (RuntimeException e) {
            completed.completeExceptionally(e);
        }
        return completed;
    }

    private static void complete(Exchange exchange, CompletableFuture<Void> completed) {
        if (exchange.getException() == null) {
            completed.complete(null);
        } else {
            completed.completeExceptionally(exchange.getException());
        }
    }
}
