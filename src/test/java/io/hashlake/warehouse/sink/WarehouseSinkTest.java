package io.hashlake.warehouse.sink;

import static io.hashlake.warehouse.TestWarehouse.rows;
import static io.hashlake.warehouse.sink.Tweets.OBSERVED;
import static io.hashlake.warehouse.sink.Tweets.batch;
import static io.hashlake.warehouse.sink.Tweets.plain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hashlake.ServerTest;
import io.hashlake.core.Rejected;
import io.hashlake.core.Sink;
import io.hashlake.core.TweetBatch;
import io.hashlake.tweet.Metrics;
import io.hashlake.tweet.Tweet;
import io.hashlake.tweet.User;
import io.hashlake.warehouse.TestWarehouse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

@ServerTest
class WarehouseSinkTest extends SinkFixture {

    @Test
    void changesNothingWhenABatchIsDeliveredAgain() throws Exception {
        commit(Tweets.complete(100, "text"), plain(101));
        List<?> before = everything();

        commit(Tweets.complete(100, "text"), plain(101));
        assertThat(everything()).isEqualTo(before);
        commit(Tweets.complete(100, "text"), plain(101), plain(101));
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void countsWhatItAddedAndWhatWasThere() throws Exception {
        sink.write(batch("a", plain(1), plain(2), plain(2)));
        assertThat(sink.commit()).isEqualTo(new Sink.Commit(2, 0, 2, 1, 0, 0));

        sink.write(batch("b", plain(2), plain(3)));
        assertThat(sink.commit()).isEqualTo(new Sink.Commit(1, 0, 1, 1, 0, 0));
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
                        "origin",
                        "source",
                        "start_position",
                        "a",
                        "end_position",
                        "b",
                        "tweets",
                        1,
                        "rejected",
                        1,
                        "committed_at",
                        NOW));
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
        TestWarehouse.update(
                database,
                "ALTER TABLE twitter.tweet ADD COLUMN words int GENERATED ALWAYS AS "
                        + "(cardinality(string_to_array(text, ' '))) STORED");
        commit(plain(1, "two words"));
        commit(Tweets.observed(1, "now three words", User.ofId(1), Metrics.NONE, OBSERVED.plusSeconds(1), List.of()));
        assertThat(rows(database, "SELECT words FROM twitter.tweet")).containsExactly(Map.of("words", 3));
    }

    @Test
    void needsNoMoreThanToCreateSchemasInTheDatabase() throws Exception {
        PGSimpleDataSource plain = TestWarehouse.unpooled();
        TestWarehouse.update(plain, "DROP SCHEMA ops, twitter, dw, api, dataset CASCADE");
        String name = plain.getDatabaseName();
        TestWarehouse.update(
                plain,
                "CREATE ROLE " + name + " LOGIN PASSWORD 'plain'; GRANT CREATE ON DATABASE " + name + " TO " + name);
        plain.setUser(name);
        plain.setPassword("plain");

        TestWarehouse.migrate(plain);
        WarehouseSink own = new WarehouseSink(plain, rejected -> {}, Clock.systemUTC());
        own.open();
        for (TweetBatch batch : List.of(batch("a", plain(1)), batch("b", plain(1), plain(2)))) {
            own.write(batch);
            own.commit();
        }
        assertThat(rows(plain, "SELECT id FROM twitter.tweet")).hasSize(2);
    }

    @Test
    void doesNotOpenADatabaseWithoutTheSchema() throws Exception {
        TestWarehouse.update(database, "DROP SCHEMA twitter CASCADE");
        assertThatThrownBy(sink::open).isInstanceOf(IOException.class).hasMessageContaining("migrations");
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
