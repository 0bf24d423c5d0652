package io.hashlake.example.rss;

import java.nio.file.Path;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.ScheduledPollEndpoint;

/** The address of one RSS file. */
final class RssEndpoint extends ScheduledPollEndpoint {

    private final String name;
    private final Path file;

    RssEndpoint(String uri, RssComponent component, String name, Path file) {
        super(uri, component);
        this.name = name;
        this.file = file;
    }

    @Override
    public Producer createProducer() {
        throw new UnsupportedOperationException("rss-file:" + name + " can only be read from");
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        RssConsumer consumer = new RssConsumer(this, processor);
        configureConsumer(consumer);
        return consumer;
    }

    @Override
    public RssComponent getComponent() {
        return (RssComponent) super.getComponent();
    }

    String name() {
        return name;
    }

    Path file() {
        return file;
    }
}
