package io.hashlake.camel;

import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;

/** What the endpoints of {@code x:} have in common: they have a name and can only be read from. */
abstract class XEndpoint extends DefaultEndpoint {

    XEndpoint(String uri, XComponent component) {
        super(uri, component);
    }

    /** What stands after {@code x:}, without options, for messages. */
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
