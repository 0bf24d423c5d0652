package io.hashlake.warehouse.analytics;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A post for a reader; counts that X did not give are null.
 *
 * @param language X's, or else the detected one
 * @param supersededBy the newest known version, where this one was edited; null for the newest
 * @param added values of the fields that came later, by their names; in JSON they stand beside the others
 */
@Schema(name = "Post", description = "A post; counts that X did not give are null")
public record PostView(
        @JsonFormat(shape = JsonFormat.Shape.STRING) @Schema(type = SchemaType.STRING)
        long id,

        Instant createdAt,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Schema(type = SchemaType.STRING)
        long authorId,

        @Schema(nullable = true) String username,
        @Schema(nullable = true) String name,
        @Schema(nullable = true) Boolean verified,
        String text,
        @Schema(nullable = true) String language,
        @Schema(description = "Canonical forms") List<String> hashtags,
        @Schema(nullable = true) Long retweets,
        @Schema(nullable = true) Long replies,
        @Schema(nullable = true) Long likes,
        @Schema(nullable = true) Long quotes,
        @Schema(nullable = true) Long impressions,
        @Schema(nullable = true) Double polarity,
        @Schema(nullable = true) String sentiment,

        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(
                type = SchemaType.STRING,
                description = "The newest version, where this one was edited",
                nullable = true)
        Long supersededBy,

        Instant observedAt,
        @JsonAnyGetter Map<String, Object> added) {

    /** Names of the values in {@code added}, in their order. */
    public static final List<String> ADDED = AddedValues.names();
}
