package io.hashlake.warehouse.analytics;

import java.time.Instant;
import java.util.List;

/** A post as tests store it. The counts are retweets, replies, likes and quotes; null where not given. */
record Post(
        long id,
        Instant createdAt,
        long author,
        String text,
        String language,
        List<String> hashtags,
        List<Long> counts,
        Double polarity,
        Long supersededBy) {

    static Post of(long id, Instant createdAt, long author, String text) {
        return new Post(id, createdAt, author, text, "en", List.of(), List.of(0L, 0L, 0L, 0L), null, null);
    }

    Post with(List<String> hashtags) {
        return new Post(id, createdAt, author, text, language, hashtags, counts, polarity, supersededBy);
    }

    Post in(String language, Double polarity) {
        return new Post(id, createdAt, author, text, language, hashtags, counts, polarity, supersededBy);
    }

    Post supersededBy(Long newer) {
        return new Post(id, createdAt, author, text, language, hashtags, counts, polarity, newer);
    }

    Post counting(List<Long> counts) {
        return new Post(id, createdAt, author, text, language, hashtags, counts, polarity, supersededBy);
    }

    long engagement() {
        return counts.stream().mapToLong(count -> count == null ? 0 : count).sum();
    }

    String sentiment() {
        if (polarity == null) {
            return null;
        }
        return polarity < -0.1 ? "negative" : polarity > 0.1 ? "positive" : "neutral";
    }
}
