package io.hashlake.warehouse.sink;

import static io.hashlake.warehouse.TestWarehouse.rows;
import static io.hashlake.warehouse.sink.Tweets.batch;
import static io.hashlake.warehouse.sink.Tweets.plain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hashlake.ServerTest;
import io.hashlake.core.Rejected;
import io.hashlake.core.Sink;
import io.hashlake.core.SourceLeases;
import io.hashlake.tweet.Tweet;
import io.hashlake.tweet.User;
import io.hashlake.warehouse.TestWarehouse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

@ServerTest
class WarehouseDeadLetterTest extends SinkFixture {

    @Test
    void deadLettersTheOneTweetThatTheDatabaseRefuses() throws Exception {
        TestWarehouse.update(database, "ALTER TABLE twitter.tweet ADD CONSTRAINT no_poison CHECK (text <> 'poison')");
        commit(plain(3));
        Tweet poison = Tweets.complete(17, "poison");

        Tweet[] tweets = LongStream.rangeClosed(1, 40)
                .mapToObj(id -> id == 17 ? poison : plain(id))
                .toArray(Tweet[]::new);
        sink.write(batch("a", tweets));
        assertThat(sink.commit()).isEqualTo(new Sink.Commit(38, 1, 38, 1, 0, 0));

        assertThat(rows(database, "SELECT id FROM twitter.tweet")).hasSize(39);
        assertThat(rejected).singleElement().satisfies(letter -> {
            assertThat(letter.stage()).isEqualTo(new Rejected.Stage("warehouse"));
            assertThat(letter.origin()).isEqualTo("source");
            assertThat(letter.at()).isEqualTo(NOW);
            assertThat(letter.reason()).contains("no_poison").contains("23514").doesNotContain("\n");
            assertThat(letter.tweet().id()).isEqualTo(17);
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

        assertThat(rejected).hasSize(2).allSatisfy(letter -> assertThat(letter.reason())
                .contains("out of range"));
        assertThat(rows(database, "SELECT id FROM twitter.tweet")).containsExactly(Map.of("id", 3L));
    }

    @Test
    void refusesNeitherOfTwoTweetsThatOnlyTogetherBreakARule() throws Exception {
        TestWarehouse.update(database, "CREATE UNIQUE INDEX ON twitter.tweet_before (text)");
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
                database, Duration.ofSeconds(1), rejected::addAll, new SourceLeases() {}, Clock.systemUTC());
        impatient.write(batch("a", plain(1)));
        try (var holder = database.getConnection()) {
            holder.setAutoCommit(false);
            holder.createStatement().execute("LOCK TABLE twitter.tweet IN ACCESS EXCLUSIVE MODE");
            assertThatThrownBy(impatient::commit)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("timeout");
            holder.rollback();
        }
        assertThat(impatient.commit().rows()).isEqualTo(1);
    }
}
