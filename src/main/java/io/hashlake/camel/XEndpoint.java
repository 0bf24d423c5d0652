package io.hashlake.camel;

/** Base of the {@code x:} endpoints. */
abstract class XEndpoint extends SourceEndpoint {

    XEndpoint(String uri, XComponent component) {
        super(uri, component);
    }

    @Override
    public XComponent getComponent() {
        return (XComponent) super.getComponent();
    }
}
