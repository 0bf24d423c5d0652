package io.hashlake.camel;

import static io.hashlake.tweet.TweetSamples.tweet;
import static org.assertj.core.api.Assertions.assertThat;

import io.hashlake.core.TweetBatch;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.AsyncProcessorSupport;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;

class BatchExchangeTest {

    private final CamelContext camel = new DefaultCamelContext();

    @Test
    void completesWhenTheExchangeIsDone() {
        assertThat(process(new Step((exchange, callback) -> callback.done(true)))
                        .toCompletableFuture())
                .isCompleted();
    }

    @Test
    void failsWithTheExchange() {
        assertThat(process(new Step((exchange, callback) -> {
                            exchange.setException(new IllegalStateException("no room"));
                            callback.done(true);
                        }))
                        .toCompletableFuture())
                .isCompletedExceptionally();
    }

    @Test
    void failsWhereTheExchangeCannotEvenBegin() {
        assertThat(process(new Step((exchange, callback) -> {
                            throw new IllegalStateException("shutting down");
                        }))
                        .toCompletableFuture())
                .isCompletedExceptionally();
    }

    @Test
    void givesUpItsPostsWithThoseOfTheCopyThatASinkHasTaken() {
        DefaultExchange exchange = new DefaultExchange(camel);
        TweetBatch batch = new TweetBatch("search", "1", "2", List.of(tweet(1)), List.of());
        BatchExchange.process(new Step((given, callback) -> {}), exchange, batch);
        Exchange copy = exchange.copy();

        BatchExchange.dropContent(copy, batch);

        assertThat(copy.getMessage().getBody()).isEqualTo(batch.withoutContent());
        assertThat(exchange.getMessage().getBody()).isEqualTo(batch.withoutContent());
    }

    private CompletionStage<Void> process(Step step) {
        TweetBatch batch = new TweetBatch("search", "1", "2", List.of(), List.of());
        return BatchExchange.process(step, new DefaultExchange(camel), batch);
    }

    private interface Work {
        void on(Exchange exchange, AsyncCallback callback);
    }

    private static final class Step extends AsyncProcessorSupport {
        private final Work work;

        Step(Work work) {
            this.work = work;
        }

        @Override
        public boolean process(Exchange exchange, AsyncCallback callback) {
            work.on(exchange, callback);
            return true;
        }
    }
}
