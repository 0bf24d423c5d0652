package io.hashlake.warehouse.sink;

import static io.hashlake.warehouse.sink.Tweets.plain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hashlake.ServerTest;
import io.hashlake.core.LostLeaseException;
import io.hashlake.core.SourceLeases;
import io.hashlake.core.TweetBatch;
import io.hashlake.tweet.Tweet;
import io.hashlake.warehouse.TestWarehouse;
import io.hashlake.warehouse.ledger.JdbcLeases;
import io.hashlake.warehouse.ledger.LeaseHolder;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@ServerTest
class LeaseFenceTest {

    private final DataSource database = TestWarehouse.migrated();
    private final JdbcLeases leases =
            new JdbcLeases(database, new LeaseHolder("one", "machine", 1, -1), Duration.ofSeconds(10));
    private final Map<String, Long> tokens = new HashMap<>();
    private final WarehouseSink sink = new WarehouseSink(
            database,
            letters -> {},
            new SourceLeases() {
                @Override
                public OptionalLong token(String origin) {
                    Long token = tokens.get(origin);
                    return token == null ? OptionalLong.empty() : OptionalLong.of(token);
                }
            },
            Clock.systemUTC());

    @Test
    void aTransactionUnderALostLeaseIsNotCommittedAndTheRestIsWithoutIt() throws Exception {
        take("a", "b");
        sink.write(batch("a", plain(1)));
        sink.write(batch("b", plain(2)));
        sink.write(batch("unleased", plain(3)));
        TestWarehouse.update(database, "DELETE FROM ops.lease WHERE source = 'a'");

        assertThatThrownBy(sink::commit).isInstanceOfSatisfying(LostLeaseException.class, e -> assertThat(e.origins())
                .containsExactly("a"));
        assertThat(posts()).isEmpty();
        sink.abandon(Set.of("a"));
        sink.commit();

        assertThat(posts()).containsExactly(2L, 3L);
    }

    @Test
    void aLeaseThatWasTakenAnewIsAnotherOne() throws Exception {
        take("a");
        long old = tokens.get("a");
        TestWarehouse.update(database, "DELETE FROM ops.lease");
        take("a");
        assertThat(tokens.get("a")).isGreaterThan(old);
        tokens.put("a", old);
        sink.write(batch("a", plain(1)));

        assertThatThrownBy(sink::commit).isInstanceOf(LostLeaseException.class);
    }

    @Test
    void whoTakesALeaseOverWaitsForTheTransactionThatHasPassedTheFence() throws Exception {
        take("a");
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            new LeaseFence(new SourceLeases() {
                        @Override
                        public OptionalLong token(String origin) {
                            return OptionalLong.of(tokens.get(origin));
                        }
                    })
                    .pass(connection, Set.of("a"));

            assertThatThrownBy(() -> TestWarehouse.update(
                            database, "SET lock_timeout = '200ms'; DELETE FROM ops.process WHERE host = 'one'"))
                    .hasMessageContaining("lock timeout");
            assertThat(leases.renew()).isTrue();
            connection.rollback();
        }
    }

    private void take(String... sources) throws IOException {
        leases.renew();
        tokens.putAll(leases.take(List.of(sources)));
    }

    private static TweetBatch batch(String origin, Tweet tweet) {
        return new TweetBatch(origin, "1", "2", List.of(tweet), List.of());
    }

    private List<Object> posts() throws Exception {
        return TestWarehouse.rows(database, "SELECT id FROM twitter.tweet ORDER BY id").stream()
                .map(row -> row.get("id"))
                .toList();
    }
}
