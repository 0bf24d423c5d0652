package io.hashlake.warehouse.star;

import io.hashlake.tweet.Hashtag;
import io.hashlake.tweet.Metrics;
import io.hashlake.tweet.Reference;
import io.hashlake.tweet.Tweet;
import io.hashlake.warehouse.TestWarehouse;
import io.hashlake.warehouse.sink.ObservedPosts;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** The facts by their natural keys: as the database has them, or as a plain recomputation from the observations. */
record StarState(
        Map<Long, Post> posts,
        Map<String, Tagged> tagged,
        Map<String, Hour> hours,
        Map<String, Hour> languageHours,
        Map<String, First> hashtags) {

    record Post(
            Instant createdAt,
            Instant hour,
            String localTime,
            long userId,
            String language,
            List<Boolean> kinds,
            List<Long> counts,
            Long impressions,
            long followers,
            Float polarity,
            String sentiment) {

        long engagement() {
            return counts.stream().mapToLong(Long::longValue).sum();
        }
    }

    record Tagged(
            Instant createdAt,
            Instant hour,
            String localTime,
            long userId,
            String language,
            long engagement,
            long followers,
            Float polarity,
            String sentiment) {}

    record Hour(
            String localTime,
            long posts,
            long authors,
            long reach,
            long engagement,
            List<Long> sentiments,
            Double meanPolarity) {}

    record First(String text, Instant usedAt) {}

    static StarState of(DataSource database) throws SQLException {
        Map<Long, Post> posts = new TreeMap<>();
        for (var row : rows(database, "dw.fact_tweet NATURAL JOIN dw.dim_language")) {
            posts.put((Long) row.get("tweet_id"), post(row));
        }
        Map<String, Tagged> tagged = new TreeMap<>();
        for (var row :
                rows(database, "dw.fact_tweet_hashtag NATURAL JOIN dw.dim_language NATURAL JOIN dw.dim_hashtag")) {
            tagged.put(row.get("tweet_id") + " #" + row.get("hashtag"), tagged(row));
        }
        Map<String, Hour> hours = new TreeMap<>();
        for (var row : rows(database, "dw.fact_hashtag_hour NATURAL JOIN dw.dim_hashtag")) {
            hours.put(row.get("hour") + " #" + row.get("hashtag"), hour(row));
        }
        Map<String, Hour> languageHours = new TreeMap<>();
        for (var row : rows(database, "dw.fact_language_hour NATURAL JOIN dw.dim_language")) {
            languageHours.put(row.get("hour") + " " + row.get("language"), hour(row));
        }
        Map<String, First> hashtags = new TreeMap<>();
        for (var row : TestWarehouse.rows(database, "SELECT * FROM dw.dim_hashtag")) {
            hashtags.put((String) row.get("hashtag"), new First((String) row.get("hashtag_text"), (Instant)
                    row.get("first_used_at")));
        }
        return new StarState(posts, tagged, hours, languageHours, hashtags);
    }

    private static List<Map<String, Object>> rows(DataSource database, String facts) throws SQLException {
        return TestWarehouse.rows(database, """
                SELECT fact.*, day.date || ' ' || to_char(make_time(minute.hour, minute.minute, 0), 'HH24:MI') AS local_time
                FROM (SELECT * FROM %s) AS fact
                JOIN dw.dim_date AS day USING (date_key)
                JOIN dw.dim_time AS minute USING (time_key)
                """.formatted(facts));
    }

    private static Post post(Map<String, Object> row) {
        return new Post(
                (Instant) row.get("created_at"),
                (Instant) row.get("hour"),
                (String) row.get("local_time"),
                (Long) row.get("user_id"),
                (String) row.get("language"),
                List.of((Boolean) row.get("is_retweet"), (Boolean) row.get("is_quote"), (Boolean) row.get("is_reply")),
                List.of(
                        (Long) row.get("retweet_count"),
                        (Long) row.get("reply_count"),
                        (Long) row.get("like_count"),
                        (Long) row.get("quote_count")),
                (Long) row.get("impression_count"),
                (Long) row.get("followers_count"),
                (Float) row.get("polarity"),
                (String) row.get("sentiment"));
    }

    private static Tagged tagged(Map<String, Object> row) {
        return new Tagged(
                (Instant) row.get("created_at"),
                (Instant) row.get("hour"),
                (String) row.get("local_time"),
                (Long) row.get("user_id"),
                (String) row.get("language"),
                (Long) row.get("engagement"),
                (Long) row.get("followers_count"),
                (Float) row.get("polarity"),
                (String) row.get("sentiment"));
    }

    private static Hour hour(Map<String, Object> row) {
        return new Hour(
                (String) row.get("local_time"),
                (Long) row.get("posts"),
                (Long) row.get("authors"),
                (Long) row.get("reach"),
                (Long) row.get("engagement"),
                List.of((Long) row.get("negative"), (Long) row.get("neutral"), (Long) row.get("positive")),
                rounded((Double) row.get("mean_polarity")));
    }

    /** What the observations amount to in the zone, with the sentiments of {@link ObservedPosts#analyse}. */
    static StarState expected(List<Tweet> observations, ZoneId zone) {
        Map<Long, Tweet> newest = observations.stream()
                .collect(Collectors.toMap(
                        Tweet::id,
                        tweet -> tweet,
                        (one, other) -> one.observedAt().isBefore(other.observedAt()) ? other : one,
                        TreeMap::new));
        Map<Long, Post> posts = new TreeMap<>();
        Map<String, Tagged> tagged = new TreeMap<>();
        Map<String, Tagged> written = new TreeMap<>();
        newest.values().stream().filter(tweet -> isNewestVersion(tweet, newest)).forEach(tweet -> {
            Post post = post(tweet, zone);
            posts.put(tweet.id(), post);
            written.put(tweet.id() + " " + post.language, tagged(post));
            for (Hashtag hashtag : tweet.entities().hashtags()) {
                tagged.put(tweet.id() + " #" + hashtag.canonical(), tagged(post));
            }
        });
        return new StarState(posts, tagged, hours(tagged, zone), hours(written, zone), hashtags(newest.values()));
    }

    private static boolean isNewestVersion(Tweet tweet, Map<Long, Tweet> known) {
        long first = tweet.editHistory().get(0);
        return known.values().stream()
                .noneMatch(
                        other -> other.id() > tweet.id() && other.editHistory().get(0) == first);
    }

    private static Post post(Tweet tweet, ZoneId zone) {
        long id = tweet.id();
        OffsetDateTime local = tweet.createdAt().atZone(zone).toOffsetDateTime();
        Metrics metrics = tweet.metrics();
        boolean analysed = id % 5 > 0;
        return new Post(
                tweet.createdAt(),
                local.truncatedTo(ChronoUnit.HOURS).toInstant(),
                localTime(local),
                tweet.author().id(),
                analysed && id % 3 < 2 ? List.of("en", "pt").get((int) (id % 3)) : "und",
                List.of(
                        refersTo(tweet, Reference.Type.RETWEETED),
                        refersTo(tweet, Reference.Type.QUOTED),
                        tweet.inReplyToUserId() != null),
                List.of(
                        known(metrics.retweets()),
                        known(metrics.replies()),
                        known(metrics.likes()),
                        known(metrics.quotes())),
                metrics.impressions() == Metrics.UNKNOWN ? null : metrics.impressions(),
                tweet.author().counts().followers(),
                analysed ? (id % 21 - 10) / 10f : null,
                analysed ? (id % 21 < 8 ? "negative" : id % 21 > 12 ? "positive" : "neutral") : null);
    }

    private static Tagged tagged(Post post) {
        return new Tagged(
                post.createdAt,
                post.hour,
                post.localTime,
                post.userId,
                post.language,
                post.engagement(),
                post.followers,
                post.polarity,
                post.sentiment);
    }

    private static Map<String, Hour> hours(Map<String, Tagged> tagged, ZoneId zone) {
        Map<String, List<Tagged>> grouped = new TreeMap<>();
        tagged.forEach((key, post) -> grouped.computeIfAbsent(
                        post.hour + key.substring(key.indexOf(' ')), hour -> new java.util.ArrayList<>())
                .add(post));
        Map<String, Hour> hours = new TreeMap<>();
        grouped.forEach((key, posts) -> hours.put(key, hour(posts, zone)));
        return hours;
    }

    private static Hour hour(List<Tagged> posts, ZoneId zone) {
        Map<Long, Long> followers = new LinkedHashMap<>();
        posts.forEach(post -> followers.merge(post.userId, post.followers, Math::max));
        Tagged first = posts.get(0);
        return new Hour(
                localTime(first.createdAt.atZone(zone).toOffsetDateTime().truncatedTo(ChronoUnit.HOURS)),
                posts.size(),
                followers.size(),
                followers.values().stream().mapToLong(Long::longValue).sum(),
                posts.stream().mapToLong(Tagged::engagement).sum(),
                List.of(
                        withSentiment(posts, "negative"),
                        withSentiment(posts, "neutral"),
                        withSentiment(posts, "positive")),
                posts.stream().anyMatch(post -> post.polarity != null)
                        ? rounded(posts.stream()
                                .filter(post -> post.polarity != null)
                                .mapToDouble(Tagged::polarity)
                                .average()
                                .getAsDouble())
                        : null);
    }

    private static Map<String, First> hashtags(Collection<Tweet> tweets) {
        Map<String, First> hashtags = new TreeMap<>();
        tweets.stream()
                .sorted(Comparator.comparing(Tweet::createdAt).thenComparing(Tweet::id))
                .forEach(tweet -> tweet.entities()
                        .hashtags()
                        .forEach(hashtag -> hashtags.putIfAbsent(
                                hashtag.canonical(), new First(hashtag.text(), tweet.createdAt()))));
        return hashtags;
    }

    private static boolean refersTo(Tweet tweet, Reference.Type type) {
        return tweet.references().stream().anyMatch(reference -> reference.type() == type);
    }

    private static long withSentiment(List<Tagged> posts, String sentiment) {
        return posts.stream().filter(post -> sentiment.equals(post.sentiment)).count();
    }

    private static String localTime(OffsetDateTime local) {
        return local.toLocalDate() + " "
                + local.toLocalTime().truncatedTo(ChronoUnit.MINUTES).toString().substring(0, 5);
    }

    private static long known(long count) {
        return count == Metrics.UNKNOWN ? 0 : count;
    }

    private static Double rounded(Double value) {
        return value == null ? null : Math.round(value * 1e6) / 1e6;
    }
}
