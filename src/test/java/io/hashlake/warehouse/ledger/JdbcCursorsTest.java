package io.hashlake.warehouse.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.hashlake.ServerTest;
import io.hashlake.warehouse.TestWarehouse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@ServerTest
class JdbcCursorsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T13:00:00Z");

    private final DataSource database = TestWarehouse.migrated();
    private final JdbcCursors cursors = new JdbcCursors(database, Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void knowNoPositionBeforeTheFirst() throws Exception {
        assertThat(cursors.position("covid")).isEmpty();
    }

    @Test
    void rememberTheLastPositionOfEachOrigin() throws Exception {
        cursors.advance("covid", "1");
        cursors.advance("covid", "2");
        cursors.advance("health", "x'y\"z");

        assertThat(new JdbcCursors(database, Clock.systemUTC()).position("covid"))
                .contains("2");
        assertThat(cursors.position("health")).contains("x'y\"z");
        assertThat(TestWarehouse.rows(database, "SELECT * FROM ops.cursor WHERE origin = 'covid'"))
                .containsExactly(Map.of("origin", "covid", "position", "2", "updated_at", NOW));
    }

    @Test
    void storeThePositionsOfManyOriginsInOneStep() throws Exception {
        cursors.advance("many-2", "1");
        cursors.advanceAll(Map.of("many-1", "5", "many-2", "6"));

        assertThat(cursors.position("many-1")).contains("5");
        assertThat(cursors.position("many-2")).contains("6");
    }
}
