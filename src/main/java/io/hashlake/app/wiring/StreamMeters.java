package io.hashlake.app.wiring;

import io.hashlake.observability.Meters;
import io.hashlake.x.stream.StreamListener;

/** Counts what happens to streams. */
record StreamMeters(Meters meters) implements StreamListener {

    @Override
    public void connected(String stream) {
        meters.streamConnected(stream);
    }

    @Override
    public void disconnected(String stream, String type) {
        meters.streamDisconnected(stream, type);
    }

    @Override
    public void failed(String stream) {
        meters.streamFailed(stream);
    }

    @Override
    public void dropped(String stream, int posts) {
        meters.streamDropped(stream, posts);
    }
}
