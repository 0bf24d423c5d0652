package io.hashlake.api;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.hashlake.index.TextSpan;
import io.hashlake.warehouse.analytics.PostView;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A post that a search has found; counts that X did not give are null.
 *
 * @param language of the text
 * @param highlights parts of the text that match
 * @param foundBy {@code index} or {@code warehouse}
 */
@Schema(description = "A post that a search has found; counts that X did not give are null")
public record FoundPost(
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
        @Schema(nullable = true) Double polarity,
        @Schema(nullable = true) String sentiment,
        Instant observedAt,

        @Schema(enumeration = {"x", "bluesky", "mastodon"}) String network,

        @Schema(description = "Its key on its network; null on X", nullable = true)
        String uri,

        @Schema(description = "Parts of the text that match, in their order, counted in UTF-16 units")
        List<TextSpan> highlights,

        @Schema(enumeration = {"index", "warehouse"}) String foundBy) {

    static FoundPost of(PostView post, List<TextSpan> highlights, String foundBy) {
        return new FoundPost(
                post.id(),
                post.createdAt(),
                post.authorId(),
                post.username(),
                post.name(),
                post.verified(),
                post.text(),
                post.language(),
                post.hashtags(),
                post.retweets(),
                post.replies(),
                post.likes(),
                post.quotes(),
                post.polarity(),
                post.sentiment(),
                post.observedAt(),
                (String) post.added().get("network"),
                (String) post.added().get("uri"),
                highlights,
                foundBy);
    }
}
