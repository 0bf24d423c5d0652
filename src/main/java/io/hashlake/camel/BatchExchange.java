package io.hashlake.camel;

import io.hashlake.core.TweetBatch;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.camel.AsyncProcessor;
import org.apache.camel.Exchange;

/** A batch on its way through routes. */
public final class BatchExchange {

    /** Property of an exchange, and of its copies for each sink, that holds the exchange itself. */
    private static final String WHOLE = "hashlake.exchange";

    private BatchExchange() {}

    /** Lets the processor have the batch; completes when the exchange is done, and fails where it cannot even begin. */
    public static CompletionStage<Void> process(AsyncProcessor processor, Exchange exchange, TweetBatch batch) {
        CompletableFuture<Void> completed = new CompletableFuture<>();
        exchange.getMessage().setBody(batch);
        exchange.setProperty(WHOLE, exchange);
        try {
            processor.process(exchange, doneSync -> complete(exchange, completed));
        } catch (RuntimeException e) {
            completed.completeExceptionally(e);
        }
        return completed;
    }

    /** A sink has taken the batch of this exchange: neither it nor the one of which it is a copy needs the posts any more. */
    public static void dropContent(Exchange exchange, TweetBatch batch) {
        TweetBatch stretch = batch.withoutContent();
        exchange.getMessage().setBody(stretch);
        Exchange whole = exchange.getProperty(WHOLE, Exchange.class);
        if (whole != null) {
            whole.getMessage().setBody(stretch);
        }
    }

    private static void complete(Exchange exchange, CompletableFuture<Void> completed) {
        if (exchange.getException() == null) {
            completed.complete(null);
        } else {
            completed.completeExceptionally(exchange.getException());
        }
    }
}
