package io.hashlake.camel;

import org.apache.camel.Category;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;

/** Takes posts from a stream of Kinesis, and hands them on as one {@code TweetBatch} an exchange. */
@UriEndpoint(
        firstVersion = "0.3.0",
        scheme = "kinesis-stream",
        title = "Kinesis",
        syntax = "kinesis-stream:name",
        consumerOnly = true,
        category = Category.CLOUD)
public final class KinesisEndpoint extends NamedEndpoint {

    @UriParam(description = "The stream")
    @Metadata(required = true)
    private String stream;

    KinesisEndpoint(String uri, KinesisComponent component, String name) {
        super(uri, component, name);
    }

    @Override
    String path() {
        return "kinesis-stream:" + getName();
    }

    @Override
    BatchConsumer consumer(Processor processor) {
        if (stream == null || stream.isBlank()) {
            throw new IllegalArgumentException("it needs a stream, for example stream=hashlake-posts");
        }
        return new KinesisConsumer(this, processor, getComponent().stream(stream));
    }

    @Override
    public Producer createProducer() {
        throw new UnsupportedOperationException(path() + " can only be read from: the sink kinesis writes streams");
    }

    @Override
    public KinesisComponent getComponent() {
        return (KinesisComponent) super.getComponent();
    }

    public String getStream() {
        return stream;
    }

    public void setStream(String stream) {
        this.stream = stream;
    }
}
