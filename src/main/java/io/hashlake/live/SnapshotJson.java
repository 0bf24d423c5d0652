package io.hashlake.live;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.hashlake.warehouse.analytics.AuthorTotals;
import io.hashlake.warehouse.analytics.PostView;
import java.io.UncheckedIOException;

/** Writes for browsers: moments in ISO 8601, and ids as strings, because a JavaScript number has no room for them. */
final class SnapshotJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .addMixIn(PostView.class, PostIds.class)
            .addMixIn(AuthorTotals.class, AuthorIds.class)
            .build();

    private SnapshotJson() {}

    /** On one line. */
    static String of(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface PostIds {

        @JsonFormat(shape = JsonFormat.Shape.STRING)
        long id();

        @JsonFormat(shape = JsonFormat.Shape.STRING)
        long authorId();

        @JsonFormat(shape = JsonFormat.Shape.STRING)
        Long supersededBy();
    }

    private interface AuthorIds {

        @JsonFormat(shape = JsonFormat.Shape.STRING)
        long userId();
    }
}
