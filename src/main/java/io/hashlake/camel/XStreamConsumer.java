package io.hashlake.camel;

import io.hashlake.core.TweetBatch;
import io.hashlake.x.stream.StreamSource;
import io.hashlake.x.stream.client.StreamApi.Stream;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.apache.camel.Processor;

/** Follows one of X's streams. */
final class XStreamConsumer extends BatchConsumer {

    private final Stream stream;
    private final StreamSource source;

    /** @param source makes the source that hands its batches to the given output */
    XStreamConsumer(
            XStreamEndpoint endpoint,
            Processor processor,
            Function<Function<TweetBatch, CompletionStage<?>>, StreamSource> source) {
        super(endpoint, processor);
        this.stream = endpoint.stream();
        this.source = source.apply(this::process);
    }

    @Override
    public XStreamEndpoint getEndpoint() {
        return (XStreamEndpoint) super.getEndpoint();
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        getEndpoint().getComponent().follow(source, stream);
    }

    @Override
    protected void doStop() throws Exception {
        getEndpoint().getComponent().unfollow(source, stream);
        super.doStop();
    }
}
