package io.hashlake.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import io.hashlake.tweet.Hashtag;
import java.util.List;

/** One frame, read as far as it matters. */
sealed interface JetstreamEvent {

    /** Returns when the instance saw it, in microseconds since 1970. */
    long micros();

    /**
     * A post was written or changed.
     *
     * @param rev revision of the author's repository: tells two versions of a post apart
     */
    record Written(long micros, String did, String key, String rev, JsonNode content, List<Hashtag> hashtags)
            implements JetstreamEvent {

        String uri() {
            return JetstreamEvent.uri(did, key);
        }
    }

    /** A post was deleted. */
    record Deleted(long micros, String did, String key) implements JetstreamEvent {

        String uri() {
            return JetstreamEvent.uri(did, key);
        }
    }

    /** An account was deleted, suspended or switched off, and its posts with it. */
    record Gone(long micros, String did) implements JetstreamEvent {}

    /** Anything else. */
    record Other(long micros) implements JetstreamEvent {}

    private static String uri(String did, String key) {
        return "at://" + did + "/" + FrameParser.POSTS + "/" + key;
    }
}
