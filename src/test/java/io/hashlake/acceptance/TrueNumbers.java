package io.hashlake.acceptance;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What some posts amount to. */
record TrueNumbers(long posts, long authors, long engagement, long negative, long neutral, long positive) {

    /** A post as X's newest answer shows it; the sentiment is null where there is none. */
    record Post(
            long id,
            Instant at,
            long author,
            Set<String> hashtags,
            long engagement,
            List<Long> versions,
            String sentiment) {}

    static TrueNumbers of(Collection<Post> posts) {
        return new TrueNumbers(
                posts.size(),
                posts.stream().mapToLong(Post::author).distinct().count(),
                posts.stream().mapToLong(Post::engagement).sum(),
                posts.stream()
                        .filter(post -> "negative".equals(post.sentiment()))
                        .count(),
                posts.stream()
                        .filter(post -> "neutral".equals(post.sentiment()))
                        .count(),
                posts.stream()
                        .filter(post -> "positive".equals(post.sentiment()))
                        .count());
    }

    /** Of rows {@code hashtag|start|posts|authors|…}, the start in milliseconds. */
    static Map<String, TrueNumbers> parse(List<String> rows) {
        Map<String, TrueNumbers> numbers = new TreeMap<>();
        for (String row : rows) {
            String[] parts = row.split("[|]");
            long[] values =
                    Arrays.stream(parts).skip(2).mapToLong(Long::parseLong).toArray();
            numbers.put(
                    parts[0] + "|" + Instant.ofEpochMilli(Long.parseLong(parts[1])),
                    new TrueNumbers(values[0], values[1], values[2], values[3], values[4], values[5]));
        }
        return numbers;
    }
}
