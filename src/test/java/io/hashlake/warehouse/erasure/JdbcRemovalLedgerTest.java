package io.hashlake.warehouse.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import io.hashlake.ServerTest;
import io.hashlake.core.TweetBatch;
import io.hashlake.lake.commit.TestTweets;
import io.hashlake.tweet.FakeClock;
import io.hashlake.tweet.Tweet;
import io.hashlake.tweet.User;
import io.hashlake.warehouse.TestWarehouse;
import io.hashlake.warehouse.sink.WarehouseSink;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ServerTest
class JdbcRemovalLedgerTest {

    private final FakeClock clock = new FakeClock(TestTweets.START);
    private DataSource database;
    private JdbcRemovalLedger removals;

    @BeforeEach
    void store() throws Exception {
        database = TestWarehouse.migrated();
        removals = new JdbcRemovalLedger(database, new ErasureLedger(database, clock), "deleted on Bluesky");
        try (WarehouseSink sink = new WarehouseSink(database, letters -> {}, clock)) {
            sink.open();
            sink.write(
                    new TweetBatch("bluesky-a", "0", "1", List.of(post(1, 10), post(2, 20), post(3, 20)), List.of()));
            sink.commit();
        }
    }

    private static Tweet post(long id, long author) {
        return TestTweets.tweet(id, Instant.parse("2026-11-22T12:00:00Z"), "covid19").toBuilder()
                .author(User.ofId(author))
                .build();
    }

    private List<Object> tombstones() throws Exception {
        return TestWarehouse.rows(
                        database, "SELECT kind || ' ' || id || ' ' || reason AS t FROM ops.tombstone ORDER BY id")
                .stream()
                .map(row -> row.get("t"))
                .toList();
    }

    @Test
    void setsTombstonesForWhatIsStoredAndForNothingElse() throws Exception {
        removals.note(Set.of(), Set.of(1L, 99L), Set.of(20L, 98L));
        removals.note(Set.of(), Set.of(1L), Set.of());

        assertThat(tombstones()).containsExactly("post 1 deleted", "post 2 deleted", "post 3 deleted");
        assertThat(TestWarehouse.rows(database, "SELECT reason FROM ops.erasure"))
                .containsExactly(Map.of("reason", "deleted on Bluesky"));
    }

    @Test
    void setsTombstonesForWhatIsOnItsWayToTheSinks() throws Exception {
        removals.note(Set.of(99L), Set.of(), Set.of());

        assertThat(tombstones()).containsExactly("post 99 deleted");
    }

    @Test
    void writesNothingWhereNothingIsStored() throws Exception {
        removals.note(Set.of(), Set.of(99L), Set.of(98L));

        assertThat(TestWarehouse.rows(database, "SELECT reason FROM ops.erasure"))
                .isEmpty();
    }
}
