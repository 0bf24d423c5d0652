package io.hashlake.camel;

import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;

/** Base of the {@code x:} endpoints: they have a name and support consumers only. */
abstract class XEndpoint extends DefaultEndpoint {

    XEndpoint(String uri, XComponent component) {
        super(uri, component);
    }

    /** Returns the part after {@code x:}, without options, for messages. */
    abstract String path();

    public abstract String getName();

    @Override
    public Producer createProducer() {
        throw new UnsupportedOperationException(path() + " can only be read from: use it in 'from', not in 'to'");
    }

    @Override
    public XComponent getComponent() {
        return (XComponent) super.getComponent();
    }

    @Override
    public boolean isLenientProperties() {
        return false;
    }
}
