package io.hashlake.app.wiring;

import io.hashlake.bluesky.BlueskyListener;
import io.hashlake.observability.Meters;
import io.hashlake.tweet.Network;

/** Counts what happens to Bluesky's stream. */
record BlueskyMeters(Meters meters) implements BlueskyListener {

    private static final String BLUESKY = Network.BLUESKY.id();

    @Override
    public void connected() {
        meters.streamConnected(BLUESKY);
    }

    @Override
    public void disconnected(String type) {
        meters.streamDisconnected(BLUESKY, type);
    }

    @Override
    public void deleted() {
        meters.deleted(BLUESKY);
    }
}
