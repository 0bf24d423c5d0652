package io.hashlake.warehouse.sink;

import static io.hashlake.warehouse.sink.Tweets.batch;
import static io.hashlake.warehouse.sink.Tweets.plain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.hashlake.ServerTest;
import io.hashlake.core.Gap;
import io.hashlake.core.Rejected;
import io.hashlake.warehouse.TestWarehouse;
import io.hashlake.warehouse.embedded.EmbeddedWarehouse;
import io.hashlake.warehouse.ledger.JdbcCursors;
import io.hashlake.warehouse.ledger.JdbcGaps;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@ServerTest
class WarehouseOutageTest {

    @TempDir
    Path directory;

    private final List<Rejected> rejected = new ArrayList<>();

    @Test
    void keepsWhatWasWrittenUntilTheServerIsBack() throws Exception {
        EmbeddedWarehouse server = EmbeddedWarehouse.start(directory, 0, TestWarehouse.BINARIES);
        int port = Integer.parseInt(server.jdbcUrl().replaceFirst(".*:(\\d+)/.*", "$1"));
        DataSource database = TestWarehouse.dataSource(server);
        WarehouseSink sink = new WarehouseSink(database, rejected::addAll, Clock.systemUTC());
        try {
            TestWarehouse.migrate(database);
            sink.open();
            sink.write(batch("a", plain(1)));
            sink.commit();
            sink.write(batch("b", plain(2)));
        } finally {
            server.close();
        }

        assertThatThrownBy(sink::commit)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cannot be written")
                .hasMessageNotContaining("\n")
                .hasMessageNotContaining(server.password());
        assertThatThrownBy(sink::open).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> new JdbcCursors(database, Clock.systemUTC()).position("source"))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> new JdbcCursors(database, Clock.systemUTC()).advance("source", "a"))
                .isInstanceOf(IOException.class);
        Gap gap = new Gap("source", Tweets.WRITTEN, Tweets.OBSERVED, "test");
        assertThatThrownBy(() -> new JdbcGaps(database, Clock.systemUTC()).declare(gap))
                .isInstanceOf(IOException.class);
        assertThat(sink.isCommitDue()).isTrue();
        sink.write(batch("c", plain(3)));

        try (EmbeddedWarehouse again = EmbeddedWarehouse.start(directory, port, TestWarehouse.BINARIES)) {
            assertThat(again.jdbcUrl()).isEqualTo(server.jdbcUrl());
            assertThat(sink.commit().rows()).isEqualTo(2);
            assertThat(TestWarehouse.rows(database, "SELECT id FROM twitter.tweet ORDER BY id"))
                    .containsExactly(Map.of("id", 1L), Map.of("id", 2L), Map.of("id", 3L));
        }
        assertThat(rejected).isEmpty();
    }

    @Test
    void recoversThoughThePoolStillHoldsConnectionsToTheOldServer() throws Exception {
        EmbeddedWarehouse server = EmbeddedWarehouse.start(directory, 0, TestWarehouse.BINARIES);
        int port = Integer.parseInt(server.jdbcUrl().replaceFirst(".*:(\\d+)/.*", "$1"));
        TestWarehouse.migrate(TestWarehouse.dataSource(server));
        try (AgroalDataSource pool = TestWarehouse.pooled(server, "hashlake")) {
            WarehouseSink sink = new WarehouseSink(pool, rejected::addAll, Clock.systemUTC());
            sink.write(batch("a", plain(1)));
            sink.commit();
            server.close();
            sink.write(batch("b", plain(2)));
            assertThatThrownBy(sink::commit).isInstanceOf(IOException.class);

            try (EmbeddedWarehouse again = EmbeddedWarehouse.start(directory, port, TestWarehouse.BINARIES)) {
                Awaitility.await().ignoreExceptionsInstanceOf(IOException.class).untilAsserted(() -> {
                    sink.commit();
                    assertThat(sink.isCommitDue()).isFalse();
                });
                assertThat(TestWarehouse.rows(TestWarehouse.dataSource(again), "SELECT id FROM twitter.tweet"))
                        .hasSize(2);
            }
        } finally {
            server.close();
        }
    }

    @Test
    void namesNoSecretWhenThePasswordIsWrong() throws Exception {
        var wrong = TestWarehouse.unpooled();
        wrong.setPassword("not-the-secret");
        WarehouseSink sink = new WarehouseSink(wrong, rejected::addAll, Clock.systemUTC());
        assertThatThrownBy(sink::open)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("password authentication failed")
                .hasMessageNotContaining("not-the-secret");
    }
}
