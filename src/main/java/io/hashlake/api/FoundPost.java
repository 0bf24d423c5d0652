package io.hashlake.api;

import io.hashlake.index.TextSpan;
import io.hashlake.warehouse.analytics.PostView;
import java.time.Instant;
import java.util.List;

/**
 * A post that a search has found; counts that X did not give are null.
 *
 * @param language of the text
 * @param highlights parts of the text that match
 * @param foundBy {@code index} or {@code warehouse}
 */
public record FoundPost(
        long id,
        Instant createdAt,
        long authorId,
        String username,
        String name,
        Boolean verified,
        String text,
        String language,
        List<String> hashtags,
        Long retweets,
        Long replies,
        Long likes,
        Long quotes,
        Double polarity,
        String sentiment,
        Instant observedAt,
        List<TextSpan> highlights,
        String foundBy) {

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
                highlights,
                foundBy);
    }
}
