package io.hashlake.camel;

import io.hashlake.tweet.Cursors;
import io.hashlake.tweet.Gaps;
import io.hashlake.x.SearchApi;
import io.hashlake.x.SpendGuard;
import io.hashlake.x.StreamApi;
import io.hashlake.x.XTime;
import io.hashlake.x.stream.StreamListener;
import io.hashlake.x.stream.StreamServices;
import io.hashlake.x.stream.StreamSettings;

/** What the component needs from outside of Camel. */
public record XServices(SearchApi api, Streams streams, Cursors cursors, Gaps gaps, SpendGuard spend, XTime time) {

    /** X's streams, and how they are to be followed. */
    public record Streams(StreamApi api, StreamSettings settings, StreamListener listener) {}

    StreamServices ofStreams() {
        return new StreamServices(streams.api(), cursors, gaps, spend, streams.listener(), time);
    }
}
