package io.hashlake.bluesky;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DateTimeException;
import java.time.OffsetDateTime;

/** Reads frames of either wire. Threads may share one. */
final class FrameParser {

    /** Collection of posts. */
    static final String POSTS = "app.bsky.feed.post";

    private static final int MAX_DEPTH = 64;

    private final ObjectMapper json = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .build());

    /**
     * @throws MalformedFrameException if it is no frame, or one of a post without its key
     * @throws JetstreamException if it says that the connection ends
     */
    JetstreamEvent parse(String frame) throws MalformedFrameException, JetstreamException {
        try {
            JsonNode root = json.readTree(frame);
            if (!root.isObject()) {
                throw new MalformedFrameException("a frame must be an object");
            }
            return root.has("time_us") ? first(root) : second(root);
        } catch (JsonProcessingException e) {
            throw new MalformedFrameException("not readable as JSON: " + e.getOriginalMessage());
        }
    }

    private static JetstreamEvent first(JsonNode root) throws MalformedFrameException {
        long micros = root.path("time_us").asLong();
        if (micros <= 0) {
            throw new MalformedFrameException("time_us is no time: " + root.path("time_us"));
        }
        String kind = root.path("kind").asText();
        return event(kind, micros, root, kind.equals("commit") ? root.path("commit") : root);
    }

    private static JetstreamEvent second(JsonNode root) throws MalformedFrameException, JetstreamException {
        if (root.path("$type").asText().equals("error")) {
            throw new JetstreamException("refused", "Jetstream ends the connection: " + root);
        }
        JsonNode payload = root.path("payload");
        String type = payload.path("$type").asText();
        String kind = type.substring(type.indexOf('#') + 1);
        return kind.equals("info") ? new JetstreamEvent.Other(0) : event(kind, micros(payload), payload, payload);
    }

    private static long micros(JsonNode payload) throws MalformedFrameException {
        try {
            return JetstreamPosition.micros(
                    OffsetDateTime.parse(payload.path("time").asText()).toInstant());
        } catch (DateTimeException e) {
            throw new MalformedFrameException("neither time_us nor a payload with a time");
        }
    }

    private static JetstreamEvent event(String kind, long micros, JsonNode frame, JsonNode commit)
            throws MalformedFrameException {
        if (kind.equals("account") && !frame.path("account").path("active").asBoolean(true)) {
            return new JetstreamEvent.Gone(micros, required(frame, "did"));
        }
        boolean isPost =
                kind.equals("commit") && commit.path("collection").asText().equals(POSTS);
        return isPost ? post(micros, required(frame, "did"), commit) : new JetstreamEvent.Other(micros);
    }

    private static JetstreamEvent post(long micros, String did, JsonNode commit) throws MalformedFrameException {
        String key = required(commit, "rkey");
        if (commit.path("operation").asText().equals("delete")) {
            return new JetstreamEvent.Deleted(micros, did, key);
        }
        JsonNode content = commit.path("record");
        String rev = commit.path("rev").asText();
        return new JetstreamEvent.Written(micros, did, key, rev, content, PostHashtags.of(content));
    }

    private static String required(JsonNode object, String field) throws MalformedFrameException {
        String value = object.path(field).asText();
        if (value.isEmpty()) {
            throw new MalformedFrameException(field + " is missing");
        }
        return value;
    }
}
