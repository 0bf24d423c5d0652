package io.hashlake.lake.commit;

import io.hashlake.core.TweetBatch;
import io.hashlake.tweet.Entities;
import io.hashlake.tweet.Hashtag;
import io.hashlake.tweet.Metrics;
import io.hashlake.tweet.Place;
import io.hashlake.tweet.Reference;
import io.hashlake.tweet.Sentiment;
import io.hashlake.tweet.TextAnalysis;
import io.hashlake.tweet.Tweet;
import io.hashlake.tweet.User;
import io.hashlake.tweet.Withheld;
import java.time.Instant;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Tweets and batches for tests. */
public final class TestTweets {

    /** When clocks of tests begin. */
    public static final Instant START = Instant.parse("2026-11-22T12:00:00Z");

    public static final Instant NOON = Instant.parse("2026-11-22T12:00:00.123Z");

    /** Kept, for loggers that nobody holds are forgotten together with their level. */
    private static final List<Logger> TALKATIVE = Stream.of(
                    "org.apache.parquet", "org.apache.iceberg", "io.hashlake.lake")
            .map(Logger::getLogger)
            .toList();

    static {
        // Without a log configuration everything is logged, and Parquet then logs every field of every row.
        TALKATIVE.forEach(logger -> logger.setLevel(Level.WARNING));
    }

    private TestTweets() {}

    public static Tweet tweet(long id, String... followed) {
        return tweet(id, NOON.plusSeconds(id), followed);
    }

    public static Tweet tweet(long id, Instant createdAt, String... followed) {
        return Tweet.builder()
                .id(id)
                .createdAt(createdAt)
                .author(User.ofId(7))
                .text("text " + id)
                .observedAt(NOON.plusSeconds(3_600))
                .followed(List.of(followed))
                .build();
    }

    /** A tweet in which every column has a value. */
    public static Tweet full(long id) {
        return Tweet.builder()
                .id(id)
                .createdAt(NOON)
                .author(new User(
                        7,
                        "ana",
                        "Ana 😀",
                        NOON.minusSeconds(1_000_000),
                        true,
                        "blue",
                        false,
                        new User.Profile("Médica", "São Paulo", "https://example.org", "https://example.org/a.png"),
                        new User.Counts(1, 2, 3, 4)))
                .text("Vacinação já! 💉 #Saúde #COVID19 $PFE @bia https://example.org/x")
                .language("pt")
                .entities(new Entities(
                        List.of(Hashtag.of("Saúde"), Hashtag.of("COVID19")),
                        List.of("bia"),
                        List.of("https://example.org/x"),
                        List.of("PFE"),
                        List.of("Place:Brazil")))
                .references(List.of(
                        new Reference(Reference.Type.RETWEETED, 11),
                        new Reference(Reference.Type.QUOTED, 12),
                        new Reference(Reference.Type.REPLIED_TO, 13)))
                .conversationId(10L)
                .inReplyToUserId(14L)
                .metrics(new Metrics(21, 22, 23, 24, 25, 26))
                .possiblySensitive(true)
                .client("Hashlake for Tests")
                .place(new Place("abc", "São Paulo, Brazil", "BR", "city"))
                .editHistory(List.of(id - 1, id))
                .withheld(new Withheld(true, List.of("DE", "XX"), "tweet"))
                .topics(List.of("Entities:Health"))
                .observedAt(NOON.plusSeconds(60))
                .followed(List.of("covid19", "saúde"))
                .analysis(new TextAnalysis(
                        "Vacinação já! Saúde COVID19 $PFE",
                        List.of("💉"),
                        "pt",
                        new Sentiment(0.25, 0.5, Sentiment.Label.POSITIVE)))
                .build();
    }

    /** The tweets with ids from {@code start} + 1 to {@code end}, between the positions of these names. */
    public static TweetBatch batch(String origin, long start, long end, String... followed) {
        List<Tweet> tweets = LongStream.rangeClosed(start + 1, end)
                .mapToObj(id -> tweet(id, followed))
                .toList();
        return batch(origin, Long.toString(start), Long.toString(end), tweets);
    }

    public static TweetBatch batch(String origin, String start, String end, List<Tweet> tweets) {
        return new TweetBatch(origin, start, end, tweets, List.of());
    }
}
