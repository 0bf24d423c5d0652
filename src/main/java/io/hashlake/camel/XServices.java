package io.hashlake.camel;

import io.hashlake.core.Cursors;
import io.hashlake.core.Gaps;
import io.hashlake.x.client.SearchApi;
import io.hashlake.x.client.XTime;
import io.hashlake.x.spend.SpendGuard;
import io.hashlake.x.stream.StreamListener;
import io.hashlake.x.stream.StreamServices;
import io.hashlake.x.stream.StreamSettings;
import io.hashlake.x.stream.client.StreamApi;

/** Services that the component needs from outside Camel. */
public record XServices(SearchApi api, Streams streams, Cursors cursors, Gaps gaps, SpendGuard spend, XTime time) {

    /** X's streams, and how they are to be followed. */
    public record Streams(StreamApi api, StreamSettings settings, StreamListener listener) {}

    StreamServices ofStreams() {
        return new StreamServices(streams.api(), cursors, gaps, spend, streams.listener(), time);
    }
}
