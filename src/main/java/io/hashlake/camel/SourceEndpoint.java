package io.hashlake.camel;

import org.apache.camel.Component;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;

/** Base of the endpoints that sources are made of: they have a name and support consumers only. */
abstract class SourceEndpoint extends DefaultEndpoint {

    SourceEndpoint(String uri, Component component) {
        super(uri, component);
    }

    /** Returns the address without options, for messages. */
    abstract String path();

    public abstract String getName();

    @Override
    public Producer createProducer() {
        throw new UnsupportedOperationException(path() + " can only be read from: use it in 'from', not in 'to'");
    }

    @Override
    public boolean isLenientProperties() {
        return false;
    }
}
