package io.hashlake.example.rss;

import io.hashlake.camel.BatchExchange;
import io.hashlake.core.TweetBatch;
import io.hashlake.source.Sources;
import java.util.concurrent.CompletionStage;
import org.apache.camel.Processor;
import org.apache.camel.support.ScheduledPollConsumer;

/** Polls an RSS file while its route runs, and is known as a source as long. */
final class RssConsumer extends ScheduledPollConsumer {

    private final RssSource source;
    private final Sources sources;

    RssConsumer(RssEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
        RssComponent component = endpoint.getComponent();
        this.sources = component.sources();
        this.source =
                new RssSource(endpoint.name(), endpoint.file(), component.cursors(), this::process, component.clock());
    }

    private CompletionStage<?> process(TweetBatch batch) {
        return BatchExchange.process(getAsyncProcessor(), createExchange(true), batch);
    }

    @Override
    protected void doStart() throws Exception {
        sources.add(getEndpoint().getEndpointUri(), source);
        super.doStart();
    }

    @Override
    protected int poll() {
        source.poll();
        return 1;
    }

    @Override
    protected void doStop() throws Exception {
        super.doStop();
        sources.remove(source);
    }
}
