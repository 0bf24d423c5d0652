package io.hashlake.camel;

import io.hashlake.core.Origins;
import org.apache.camel.Component;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriPath;

/** Base of the endpoints whose path is the source's name, and whose mistakes are told with their address. */
public abstract class NamedEndpoint extends SourceEndpoint {

    @UriPath(description = "Names the source: its cursors, metrics and files carry it")
    @Metadata(required = true)
    private final String name;

    NamedEndpoint(String uri, Component component, String name) {
        super(uri, component);
        this.name = name;
    }

    /** @throws IllegalArgumentException if an option has no usable value */
    abstract BatchConsumer consumer(Processor processor);

    @Override
    public final Consumer createConsumer(Processor processor) throws Exception {
        try {
            Origins.require(name);
            BatchConsumer consumer = consumer(processor);
            configureConsumer(consumer);
            return consumer;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(path() + ": " + e.getMessage(), e);
        }
    }

    @Override
    public final String getName() {
        return name;
    }
}
