package io.hashlake.camel;

import io.hashlake.core.Origins;
import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.DefaultEndpoint;

/** Takes posts from a stream of Kinesis, and hands them on as one {@code TweetBatch} an exchange. */
@UriEndpoint(
        firstVersion = "0.3.0",
        scheme = "kinesis-stream",
        title = "Kinesis",
        syntax = "kinesis-stream:name",
        consumerOnly = true,
        category = Category.CLOUD)
public final class KinesisEndpoint extends DefaultEndpoint {

    @UriPath(description = "Names the source: the cursors of its shards, its metrics and files carry it")
    @Metadata(required = true)
    private final String name;

    @UriParam(description = "The stream")
    @Metadata(required = true)
    private String stream;

    KinesisEndpoint(String uri, KinesisComponent component, String name) {
        super(uri, component);
        this.name = name;
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        try {
            Origins.require(name);
            if (stream == null || stream.isBlank()) {
                throw new IllegalArgumentException("it needs a stream, for example stream=hashlake-posts");
            }
            KinesisConsumer consumer = new KinesisConsumer(this, processor, getComponent().stream(stream));
            configureConsumer(consumer);
            return consumer;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("kinesis-stream:" + name + ": " + e.getMessage(), e);
        }
    }

    @Override
    public Producer createProducer() {
        throw new UnsupportedOperationException(
                "kinesis-stream:" + name + " can only be read from: the sink kinesis writes streams");
    }

    @Override
    public KinesisComponent getComponent() {
        return (KinesisComponent) super.getComponent();
    }

    @Override
    public boolean isLenientProperties() {
        return false;
    }

    public String getName() {
        return name;
    }

    public String getStream() {
        return stream;
    }

    public void setStream(String stream) {
        this.stream = stream;
    }
}
