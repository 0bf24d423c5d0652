package io.hashlake.warehouse.sink;

import io.hashlake.core.TweetBatch;
import io.hashlake.tweet.Entities;
import io.hashlake.tweet.Hashtag;
import io.hashlake.tweet.Metrics;
import io.hashlake.tweet.Reference;
import io.hashlake.tweet.Tweet;
import io.hashlake.tweet.User;
import io.hashlake.warehouse.TestWarehouse;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import javax.sql.DataSource;

/** Random observations of posts around changes of clocks: some edited, some seen again, in any order. */
public final class ObservedPosts {

    private static final List<String> HASHTAGS = List.of("Health", "HEALTH", "health", "COVID19", "Covid19", "Saúde");

    /** Clocks changed in São Paulo, Lisbon, and nowhere. */
    private static final List<Instant> HUBS = List.of(
            Instant.parse("2018-11-04T03:00:00Z"),
            Instant.parse("2019-02-17T02:00:00Z"),
            Instant.parse("2026-03-29T01:00:00Z"),
            Instant.parse("2026-10-25T01:00:00Z"),
            Instant.parse("2026-11-22T12:00:00Z"));

    private final Random random;
    private long nextId = 1;

    public ObservedPosts(long seed) {
        random = new Random(seed);
    }

    /** All observations of so many posts, shuffled. */
    public List<Tweet> some(int posts) {
        List<Tweet> observations = new ArrayList<>();
        for (int i = 0; i < posts; i++) {
            observe(observations);
        }
        Collections.shuffle(observations, random);
        return observations;
    }

    private void observe(List<Tweet> observations) {
        int versions = random.nextInt(5) == 0 ? 2 + random.nextInt(2) : 1;
        long first = nextId;
        nextId += versions;
        long author = 1 + random.nextInt(8);
        Instant createdAt = HUBS.get(random.nextInt(HUBS.size()))
                .minus(Duration.ofHours(3))
                .plusMillis(random.nextInt(6 * 3_600_000));
        for (int version = 0; version < versions; version++) {
            Instant at = createdAt.plus(Duration.ofMinutes(20L * version));
            List<Hashtag> hashtags = hashtags();
            for (int i = random.nextInt(3); i >= 0; i--) {
                int known = version + random.nextInt(versions - version);
                observations.add(seen(first + version, author, at, hashtags, history(first, known)));
            }
        }
    }

    private Tweet seen(long id, long author, Instant createdAt, List<Hashtag> hashtags, List<Long> history) {
        Instant observedAt = createdAt.plusSeconds(1 + random.nextInt(100_000));
        return post(id, author, createdAt, hashtags, history, observedAt);
    }

    /** What is seen of a post at one moment is the same, however often it is seen. */
    public static Tweet post(
            long id, long author, Instant createdAt, List<Hashtag> hashtags, List<Long> history, Instant observedAt) {
        long count = observedAt.getEpochSecond() % 1000;
        Metrics metrics = id % 6 == 0 ? Metrics.NONE : new Metrics(count, 2 * count, count + 3, 1, 5, count * 7);
        return Tweet.builder()
                .id(id)
                .createdAt(createdAt)
                .author(Tweets.described(author, "name " + author, author * 100))
                .text("text")
                .language("en")
                .entities(new Entities(hashtags, List.of(), List.of(), List.of(), List.of()))
                .references(id % 4 == 0 ? List.of(new Reference(Reference.Type.RETWEETED, 5)) : List.of())
                .inReplyToUserId(id % 3 == 0 ? 9L : null)
                .metrics(metrics)
                .editHistory(history)
                .observedAt(observedAt)
                .build();
    }

    public static Tweet by(User author, Tweet tweet) {
        return tweet.toBuilder().author(author).build();
    }

    private List<Hashtag> hashtags() {
        List<Hashtag> chosen = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            Hashtag hashtag = Hashtag.of(HASHTAGS.get(random.nextInt(HASHTAGS.size())));
            if (chosen.stream().noneMatch(other -> other.canonical().equals(hashtag.canonical()))) {
                chosen.add(hashtag);
            }
        }
        return chosen;
    }

    private static List<Long> history(long first, int known) {
        return LongStream.rangeClosed(first, first + known).boxed().toList();
    }

    /** Cuts them into commits of up to so many. */
    public List<List<Tweet>> commits(List<Tweet> observations, int most) {
        List<List<Tweet>> commits = new ArrayList<>();
        for (int from = 0; from < observations.size(); ) {
            int to = Math.min(observations.size(), from + 1 + random.nextInt(most));
            commits.add(observations.subList(from, to));
            from = to;
        }
        return commits;
    }

    public static WarehouseSink sink(DataSource database) {
        return new WarehouseSink(
                database,
                rejected -> {
                    throw new AssertionError(rejected);
                },
                Clock.systemUTC());
    }

    public static void commit(WarehouseSink sink, List<Tweet> tweets) throws IOException {
        sink.write(new TweetBatch("source", "a", "b", tweets, List.of()));
        sink.commit();
    }

    /** From now on every post gets a language and a sentiment that its id says. */
    public static void analyse(DataSource database) throws SQLException {
        TestWarehouse.update(database, """
                CREATE FUNCTION give_mood() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
                    IF NEW.id % 5 > 0 THEN
                        NEW.text_language := (ARRAY['en', 'pt', NULL])[1 + NEW.id % 3];
                        NEW.polarity := (NEW.id % 21 - 10) / 10.0;
                        NEW.subjectivity := 0.5;
                        NEW.sentiment := CASE
                            WHEN NEW.id % 21 < 8 THEN 'negative' WHEN NEW.id % 21 > 12 THEN 'positive' ELSE 'neutral' END;
                    END IF;
                    RETURN NEW;
                END $$;
                CREATE TRIGGER give_mood BEFORE INSERT OR UPDATE ON twitter.tweet FOR EACH ROW EXECUTE FUNCTION give_mood()
                """);
    }
}
