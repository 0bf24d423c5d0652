package io.hashlake.camel;

import io.hashlake.tweet.TweetBatch;
import io.hashlake.x.SearchQuery;
import io.hashlake.x.SearchSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;

/** Makes an exchange of each batch of a search, and completes the batch when the exchange is done. */
final class XSearchConsumer extends DefaultConsumer {

    private final SearchSource source;
    private final LaneSettings settings;

    XSearchConsumer(XSearchEndpoint endpoint, Processor processor, SearchQuery query, LaneSettings settings) {
        super(endpoint, processor);
        this.settings = settings;
        this.source = new SearchSource(
                endpoint.getName(), query, endpoint.getComponent().services().cursors(), this::process);
    }

    @Override
    public XSearchEndpoint getEndpoint() {
        return (XSearchEndpoint) super.getEndpoint();
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        getEndpoint().getComponent().follow(source, settings);
    }

    @Override
    protected void doStop() throws Exception {
        getEndpoint().getComponent().unfollow(source, settings);
        super.doStop();
    }

    private CompletionStage<?> process(TweetBatch batch) {
        CompletableFuture<Void> completed = new CompletableFuture<>();
        Exchange exchange = createExchange(true);
        exchange.getMessage().setBody(batch);
        getAsyncProcessor().process(exchange, doneSync -> complete(exchange, completed));
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
