package io.hashlake.warehouse;

import static io.hashlake.warehouse.TestWarehouse.rows;
import static io.hashlake.warehouse.Tweets.OBSERVED;
import static io.hashlake.warehouse.Tweets.WRITTEN;
import static io.hashlake.warehouse.Tweets.batch;
import static io.hashlake.warehouse.Tweets.plain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hashlake.tweet.Hashtag;
import io.hashlake.tweet.Metrics;
import io.hashlake.tweet.Rejected;
import io.hashlake.tweet.Sink;
import io.hashlake.tweet.Tweet;
import io.hashlake.tweet.TweetBatch;
import io.hashlake.tweet.User;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class WarehouseSinkTest {

    private static final Instant NOW = Instant.parse("2026-03-01T13:00:00Z");
    private static final String AWKWARD = "a\tb\nc\r\\N \\. \"q\" 'q' {x,\"y\"} \u0001 é ß 漢 \uD83D\uDE37 \uD800\uDF48 NULL";

    private final List<Rejected> rejected = new ArrayList<>();
    private DataSource database;
    private WarehouseSink sink;

    @BeforeEach
    void open() throws Exception {
        database = TestWarehouse.migrated();
        sink = sinkAt(NOW);
        sink.open();
    }

    @Test
    void storesEveryColumnOfATweet() throws Exception {
        commit(Tweets.complete(100, AWKWARD));

        Map<String, Object> row = rows(database, "SELECT * FROM twitter.tweet").get(0);
        assertThat(row)
                .containsEntry("id", 100L)
                .containsEntry("created_at", WRITTEN)
                .containsEntry("author_id", 77L)
                .containsEntry("text", AWKWARD)
                .containsEntry("language", "pt")
                .containsEntry("conversation_id", 14L)
                .containsEntry("in_reply_to_user_id", 15L)
                .containsEntry("retweeted_id", 11L)
                .containsEntry("quoted_id", 12L)
                .containsEntry("replied_to_id", 13L)
                .containsEntry("mentions", List.of("one", AWKWARD))
                .containsEntry("urls", List.of("https://example.org/?a=1&b={2,3}", ""))
                .containsEntry("cashtags", List.of("ABC"))
                .containsEntry("annotations", List.of("Place:" + AWKWARD))
                .containsEntry("topics", List.of("Health:" + AWKWARD, "NULL", "null"))
                .containsEntry("retweet_count", 1L)
                .containsEntry("reply_count", 2L)
                .containsEntry("like_count", 3L)
                .containsEntry("quote_count", 4L)
                .containsEntry("bookmark_count", 5L)
                .containsEntry("impression_count", Long.MAX_VALUE)
                .containsEntry("possibly_sensitive", true)
                .containsEntry("client", AWKWARD)
                .containsEntry("place_id", "p1")
                .containsEntry("place_full_name", AWKWARD)
                .containsEntry("place_country_code", "BR")
                .containsEntry("place_type", "city")
                .containsEntry("edit_history", List.of(99L, 100L))
                .containsEntry("withheld_copyright", true)
                .containsEntry("withheld_countries", List.of("DE", "XX"))
                .containsEntry("withheld_scope", "tweet")
                .containsEntry("followed", List.of("covid19", "saúde"))
                .containsEntry("observed_at", OBSERVED)
                .containsEntry("first_seen_at", OBSERVED)
                .hasSize(34);
        assertThat(rejected).isEmpty();
    }

    @Test
    void storesWhatIsNotGivenAsNull() throws Exception {
        commit(plain(100));

        Map<String, Object> row = rows(database, "SELECT * FROM twitter.tweet").get(0);
        assertThat(row.keySet().stream().filter(column -> row.get(column) == null))
                .containsExactlyInAnyOrder(
                        "language",
                        "conversation_id",
                        "in_reply_to_user_id",
                        "retweeted_id",
                        "quoted_id",
                        "replied_to_id",
                        "retweet_count",
                        "reply_count",
                        "like_count",
                        "quote_count",
                        "bookmark_count",
                        "impression_count",
                        "client",
                        "place_id",
                        "place_full_name",
                        "place_country_code",
                        "place_type",
                        "withheld_copyright",
                        "withheld_countries",
                        "withheld_scope");
        assertThat(rows(database, "SELECT * FROM twitter.\"user\"").get(0).values())
                .containsOnly(1L, null);
    }

    @Test
    void storesEveryColumnOfAnAccount() throws Exception {
        commit(Tweets.complete(100, AWKWARD));

        assertThat(rows(database, "SELECT * FROM twitter.\"user\"").get(0))
                .containsEntry("id", 77L)
                .containsEntry("username", "user77")
                .containsEntry("name", AWKWARD)
                .containsEntry("created_at", Instant.parse("2009-02-03T04:05:06Z"))
                .containsEntry("verified", true)
                .containsEntry("verified_type", "blue")
                .containsEntry("protected", true)
                .containsEntry("description", AWKWARD)
                .containsEntry("location", AWKWARD)
                .containsEntry("url", "https://example.org")
                .containsEntry("profile_image_url", "https://example.org/i.png")
                .containsEntry("followers_count", 5L)
                .containsEntry("following_count", 6L)
                .containsEntry("tweet_count", 7L)
                .containsEntry("listed_count", 8L)
                .containsEntry("observed_at", OBSERVED)
                .hasSize(16);
    }

    @Test
    void storesEachHashtagAsWrittenAndInItsCanonicalForm() throws Exception {
        commit(Tweets.complete(100, "text"));

        assertThat(rows(database, "SELECT * FROM twitter.tweet_hashtag ORDER BY hashtag"))
                .containsExactly(
                        Map.of("tweet_id", 100L, "hashtag", "covid19", "hashtag_text", "COVID19", "created_at", WRITTEN),
                        Map.of("tweet_id", 100L, "hashtag", "saúde", "hashtag_text", "Saúde", "created_at", WRITTEN));
    }

    @Test
    void replacesWhatPostgresCannotStore() throws Exception {
        commit(plain(100, "nul \u0000, high \uD83D, low \uDE37, both \uD83D\uDE37"));

        assertThat(rows(database, "SELECT text FROM twitter.tweet").get(0))
                .containsEntry("text", "nul \uFFFD, high \uFFFD, low \uFFFD, both \uD83D\uDE37");
        assertThat(rejected).isEmpty();
    }

    @Test
    void changesNothingWhenABatchIsDeliveredAgain() throws Exception {
        commit(Tweets.complete(100, AWKWARD), plain(101));
        List<?> before = everything();

        commit(Tweets.complete(100, AWKWARD), plain(101));
        assertThat(everything()).isEqualTo(before);
        commit(Tweets.complete(100, AWKWARD), plain(101), plain(101));
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void countsWhatItAddedAndWhatWasThere() throws Exception {
        sink.write(batch("a", plain(1), plain(2), plain(2)));
        assertThat(sink.commit()).isEqualTo(new Sink.Commit(2, 1, 0, 0));

        sink.write(batch("b", plain(2), plain(3)));
        assertThat(sink.commit()).isEqualTo(new Sink.Commit(1, 1, 0, 0));
    }

    @Test
    void isDueForACommitAsSoonAsAnythingWasWritten() throws Exception {
        assertThat(sink.isCommitDue()).isFalse();
        assertThat(sink.commit()).isEqualTo(Sink.Commit.NOTHING);

        sink.write(batch("empty"));
        assertThat(sink.isCommitDue()).isTrue();
        sink.commit();
        assertThat(sink.isCommitDue()).isFalse();
    }

    @Test
    void keepsADescribedAccountWhenALaterTweetDoesNotDescribeIt() throws Exception {
        commit(by(1, Tweets.described(7, "Ada", 5), OBSERVED));
        commit(by(2, User.ofId(7), OBSERVED.plusSeconds(60)));
        assertThat(names()).containsExactly("Ada");

        commit(by(3, User.ofId(8), OBSERVED.plusSeconds(60)));
        commit(by(4, Tweets.described(8, "Bo", 5), OBSERVED));
        assertThat(names()).containsExactly("Ada", "Bo");
    }

    @Test
    void fillsCountsThatTheSameObservationGivesElsewhere() throws Exception {
        commit(counted(1, new Metrics(5, -1, 7, -1, 0, -1)), counted(1, new Metrics(-1, 3, -1, -1, -1, -1)));
        commit(counted(1, new Metrics(-1, -1, -1, 9, -1, -1)));

        assertThat(rows(database, "SELECT retweet_count, reply_count, like_count, quote_count FROM twitter.tweet"))
                .containsExactly(Map.of("retweet_count", 5L, "reply_count", 3L, "like_count", 7L, "quote_count", 9L));
    }

    @Test
    void deadLettersTheOneTweetThatTheDatabaseRefuses() throws Exception {
        TestWarehouse.update(database, "ALTER TABLE twitter.tweet ADD CONSTRAINT no_poison CHECK (text <> 'poison')");
        commit(plain(3));
        Tweet poison = Tweets.complete(17, "poison");

        Tweet[] tweets = LongStream.rangeClosed(1, 40)
                .mapToObj(id -> id == 17 ? poison : plain(id))
                .toArray(Tweet[]::new);
        sink.write(batch("a", tweets));
        assertThat(sink.commit()).isEqualTo(new Sink.Commit(38, 1, 0, 0));

        assertThat(rows(database, "SELECT id FROM twitter.tweet")).hasSize(39);
        assertThat(rejected).singleElement().satisfies(letter -> {
            assertThat(letter.stage()).isEqualTo(Rejected.Stage.WAREHOUSE);
            assertThat(letter.origin()).isEqualTo("source");
            assertThat(letter.at()).isEqualTo(NOW);
            assertThat(letter.reason()).contains("no_poison").contains("23514").doesNotContain("\n");
            assertThat(letter.payload()).contains("\"id\":17");
        });
    }

    @Test
    void deadLettersEveryTweetOfABatchIfEachIsRefused() throws Exception {
        TestWarehouse.update(database, "ALTER TABLE twitter.\"user\" ADD CONSTRAINT nobody CHECK (id <> 1)");
        commit(plain(1), plain(2), plain(3));

        assertThat(rejected).hasSize(3);
        assertThat(rows(database, "SELECT id FROM twitter.tweet")).isEmpty();
        assertThat(rows(database, "SELECT origin FROM ops.batch")).hasSize(1);
    }

    @Test
    void deadLettersATimeThatPostgresCannotHold() throws Exception {
        commit(by(1, User.ofId(1), Instant.MAX), by(2, User.ofId(1), Instant.MIN), plain(3));

        assertThat(rejected).hasSize(2).allSatisfy(letter -> assertThat(letter.reason()).contains("out of range"));
        assertThat(rows(database, "SELECT id FROM twitter.tweet")).containsExactly(Map.of("id", 3L));
    }

    @Test
    void refusesNeitherOfTwoTweetsThatOnlyTogetherBreakARule() throws Exception {
        TestWarehouse.update(database, "CREATE UNIQUE INDEX ON twitter.tweet (text)");
        commit(plain(1, "same"), plain(2, "same"), plain(3, "other"));

        assertThat(rows(database, "SELECT id FROM twitter.tweet ORDER BY id"))
                .containsExactly(Map.of("id", 1L), Map.of("id", 3L));
        assertThat(rejected).hasSize(1);
    }

    @Test
    void losesNothingWhileTheDeadLetterFails() throws Exception {
        TestWarehouse.update(database, "ALTER TABLE twitter.tweet ADD CONSTRAINT no_poison CHECK (text <> 'poison')");
        List<Rejected> kept = new ArrayList<>();
        boolean[] full = {true};
        WarehouseSink careful = new WarehouseSink(
                database,
                WarehouseSettings.DEFAULT,
                letters -> {
                    if (full[0]) {
                        throw new IOException("disk full");
                    }
                    kept.addAll(letters);
                },
                Clock.systemUTC());
        careful.write(batch("a", plain(1), plain(2, "poison")));
        assertThatThrownBy(careful::commit).isInstanceOf(IOException.class).hasMessage("disk full");
        assertThat(rows(database, "SELECT id FROM twitter.tweet")).isEmpty();

        full[0] = false;
        assertThat(careful.commit().rows()).isEqualTo(1);
        assertThat(kept).hasSize(1);
    }

    @Test
    void takesAMissingTableForAnOutageAndNotForTheTweetsFault() throws Exception {
        TestWarehouse.update(database, "ALTER TABLE twitter.tweet_hashtag RENAME TO elsewhere");
        sink.write(batch("a", plain(1)));
        assertThatThrownBy(sink::commit)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("tweet_hashtag")
                .hasMessageNotContaining("\n");

        TestWarehouse.update(database, "ALTER TABLE twitter.elsewhere RENAME TO tweet_hashtag");
        assertThat(sink.commit().rows()).isEqualTo(1);
        assertThat(rejected).isEmpty();
    }

    @Test
    void takesALockHeldTooLongForAnOutage() throws Exception {
        WarehouseSink impatient = new WarehouseSink(
                database,
                new WarehouseSettings(Duration.ofSeconds(1), Duration.ofDays(7)),
                rejected::addAll,
                Clock.systemUTC());
        impatient.write(batch("a", plain(1)));
        try (var holder = database.getConnection()) {
            holder.setAutoCommit(false);
            holder.createStatement().execute("LOCK TABLE twitter.tweet IN ACCESS EXCLUSIVE MODE");
            assertThatThrownBy(impatient::commit).isInstanceOf(IOException.class).hasMessageContaining("timeout");
            holder.rollback();
        }
        assertThat(impatient.commit().rows()).isEqualTo(1);
    }

    @Test
    void notesEachCommittedBatchOnce() throws Exception {
        TweetBatch batch = new TweetBatch(
                "source",
                "a",
                "b",
                List.of(plain(1)),
                List.of(new Rejected(NOW, "source", Rejected.Stage.PARSE, "no id", "{}")));
        sink.write(batch);
        sink.write(batch);
        sink.commit();
        sink.write(batch);
        sink.commit();

        assertThat(rows(
                        database,
                        "SELECT origin, start_position, end_position, tweets, rejected, committed_at FROM ops.batch"))
                .containsExactly(Map.of(
                        "origin", "source",
                        "start_position", "a",
                        "end_position", "b",
                        "tweets", 1,
                        "rejected", 1,
                        "committed_at", NOW));
    }

    @Test
    void forgetsBatchesAfterTheirRetention() throws Exception {
        commit(plain(1));
        sink = sinkAt(NOW.plus(Duration.ofDays(8)));
        sink.write(batch("later", plain(2)));
        sink.commit();

        assertThat(rows(database, "SELECT start_position FROM ops.batch"))
                .containsExactly(Map.of("start_position", "later"));
    }

    @Test
    void forgetsWhatWasNotCommittedWhenClosed() throws Exception {
        sink.write(batch("a", plain(1)));
        sink.close();
        assertThat(sink.isCommitDue()).isFalse();
        assertThat(rows(database, "SELECT id FROM twitter.tweet")).isEmpty();
    }

    @Test
    void worksInATableThatSomebodyExtended() throws Exception {
        TestWarehouse.update(database, "ALTER TABLE twitter.tweet ADD COLUMN words int GENERATED ALWAYS AS "
                + "(cardinality(string_to_array(text, ' '))) STORED");
        commit(plain(1, "two words"));
        commit(Tweets.observed(1, "now three words", User.ofId(1), Metrics.NONE, OBSERVED.plusSeconds(1), List.of()));
        assertThat(rows(database, "SELECT words FROM twitter.tweet")).containsExactly(Map.of("words", 3));
    }

    @Test
    void storesATweetOnceForHashtagsOfTheSameCanonicalForm() throws Exception {
        Tweet tweet = plain(1);
        var entities = new io.hashlake.tweet.Entities(
                List.of(Hashtag.of("Health"), Hashtag.of("HEALTH")), List.of(), List.of(), List.of(), List.of());
        commit(new Tweet(
                1, WRITTEN, tweet.author(), "text", null, entities, List.of(), null, null, Metrics.NONE, false, null,
                null, List.of(), null, List.of(), OBSERVED, List.of()));
        assertThat(rows(database, "SELECT hashtag_text FROM twitter.tweet_hashtag"))
                .containsExactly(Map.of("hashtag_text", "Health"));
        assertThat(rejected).isEmpty();
    }

    @Test
    void needsNoMoreThanToCreateSchemasInTheDatabase() throws Exception {
        TestWarehouse.update(database, "DROP SCHEMA ops, twitter CASCADE");
        String name = ((PGSimpleDataSource) database).getDatabaseName();
        TestWarehouse.update(
                database,
                "CREATE ROLE " + name + " LOGIN PASSWORD 'plain'; GRANT CREATE ON DATABASE " + name + " TO " + name);
        ((PGSimpleDataSource) database).setUser(name);
        ((PGSimpleDataSource) database).setPassword("plain");

        TestWarehouse.migrate(database);
        sink.open();
        commit(plain(1));
        commit(plain(1), plain(2));
        assertThat(rows(database, "SELECT id FROM twitter.tweet")).hasSize(2);
    }

    @Test
    void doesNotOpenADatabaseWithoutTheSchema() throws Exception {
        TestWarehouse.update(database, "DROP SCHEMA twitter CASCADE");
        assertThatThrownBy(sink::open).isInstanceOf(IOException.class).hasMessageContaining("migrations");
    }

    private WarehouseSink sinkAt(Instant now) {
        return new WarehouseSink(
                database, WarehouseSettings.DEFAULT, rejected::addAll, Clock.fixed(now, ZoneOffset.UTC));
    }

    private void commit(Tweet... tweets) throws IOException {
        sink.write(batch("a", tweets));
        sink.commit();
    }

    private static Tweet by(long id, User author, Instant observedAt) {
        return Tweets.observed(id, "text", author, Metrics.NONE, observedAt, List.of());
    }

    private static Tweet counted(long id, Metrics metrics) {
        return Tweets.observed(id, "text", User.ofId(1), metrics, OBSERVED, List.of());
    }

    private List<Object> names() throws Exception {
        return rows(database, "SELECT name FROM twitter.\"user\" WHERE name IS NOT NULL ORDER BY id").stream()
                .map(row -> row.get("name"))
                .toList();
    }

    /** Rows with the transaction that wrote them: even a rewrite of the same values shows. */
    private List<?> everything() throws Exception {
        return List.of(
                rows(database, "SELECT *, xmin::text FROM twitter.tweet ORDER BY id"),
                rows(database, "SELECT *, xmin::text FROM twitter.\"user\" ORDER BY id"),
                rows(database, "SELECT *, xmin::text FROM twitter.tweet_hashtag ORDER BY tweet_id, hashtag"),
                rows(database, "SELECT *, xmin::text FROM ops.batch"));
    }
}
