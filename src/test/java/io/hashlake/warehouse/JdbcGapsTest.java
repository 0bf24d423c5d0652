package io.hashlake.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import io.hashlake.tweet.Gap;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class JdbcGapsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T13:00:00Z");
    private static final Instant FROM = NOW.minusSeconds(600);

    private final DataSource database = TestWarehouse.migrated();
    private final JdbcGaps gaps = new JdbcGaps(database, Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void keepADeclaredGapOpen() throws Exception {
        gaps.declare(new Gap("covid", FROM, NOW, "outage\u0000"));

        Map<String, Object> row =
                TestWarehouse.rows(database, "SELECT * FROM ops.gap").get(0);
        assertThat(row)
                .containsEntry("source", "covid")
                .containsEntry("from_time", FROM)
                .containsEntry("to_time", NOW)
                .containsEntry("reason", "outage\uFFFD")
                .containsEntry("state", "open")
                .containsEntry("declared_at", NOW)
                .containsEntry("settled_at", null);
    }

    @Test
    void keepAGapOnceHoweverOftenItIsDeclared() throws Exception {
        gaps.declare(new Gap("covid", FROM, NOW, "first"));
        gaps.declare(new Gap("covid", FROM, NOW, "again"));
        gaps.declare(new Gap("health", FROM, NOW, "other"));

        List<Map<String, Object>> rows = TestWarehouse.rows(database, "SELECT reason FROM ops.gap ORDER BY id");
        assertThat(rows).containsExactly(Map.of("reason", "first"), Map.of("reason", "other"));
    }
}
