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
    private final Function<Function<TweetBatch, CompletionStage<?>>, StreamSource> source;

    /** @param source makes the source that hands its batches to the given output */
    XStreamConsumer(
            XStreamEndpoint endpoint,
            Processor processor,
            Function<Function<TweetBatch, CompletionStage<?>>, StreamSource> source) {
        super(endpoint, processor);
        this.stream = endpoint.stream();
        this.source = source;
    }

    @Override
    public XStreamEndpoint getEndpoint() {
        return (XStreamEndpoint) super.getEndpoint();
    }

    @Override
    Following follow() {
        XComponent component = getEndpoint().getComponent();
        StreamSource followed = source.apply(this::process);
        component.follow(followed, stream);
        return () -> component.unfollow(followed, stream);
    }
}
