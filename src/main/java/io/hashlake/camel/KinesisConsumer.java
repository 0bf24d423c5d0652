package io.hashlake.camel;

import io.hashlake.kinesis.KinesisSource;
import io.hashlake.kinesis.KinesisStream;
import org.apache.camel.Processor;

/** Reads posts from a stream of Kinesis. */
final class KinesisConsumer extends BatchConsumer {

    private final KinesisStream stream;

    KinesisConsumer(KinesisEndpoint endpoint, Processor processor, KinesisStream stream) {
        super(endpoint, processor);
        this.stream = stream;
    }

    @Override
    public KinesisEndpoint getEndpoint() {
        return (KinesisEndpoint) super.getEndpoint();
    }

    @Override
    Following follow() {
        KinesisComponent component = getEndpoint().getComponent();
        KinesisSource source = component.source(getEndpoint().getName(), stream, this::process);
        component.follow(source);
        return () -> component.unfollow(source);
    }
}
