package io.hashlake.x.stream;

import io.hashlake.x.stream.client.StreamApi.Stream;
import java.util.Locale;

/** One stream, and what the two threads share that work on it. */
record StreamContext(
        Stream stream,
        Followers followers,
        Audience audience,
        EventBuffer buffer,
        StreamServices services,
        StreamSettings settings) {

    /** Returns the stream's name in logs and metrics. */
    String label() {
        return stream.name().toLowerCase(Locale.ROOT);
    }
}
