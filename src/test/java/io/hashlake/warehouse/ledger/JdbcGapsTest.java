package io.hashlake.warehouse.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hashlake.ServerTest;
import io.hashlake.core.DeclaredGap;
import io.hashlake.core.Gap;
import io.hashlake.core.GapCount;
import io.hashlake.core.GapState;
import io.hashlake.core.SettledPart;
import io.hashlake.warehouse.TestWarehouse;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@ServerTest
class JdbcGapsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T13:00:00Z");
    private static final Instant FROM = NOW.minusSeconds(600);
    private static final Instant MIDDLE = NOW.minusSeconds(300);

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
                .containsEntry("settled_at", null)
                .containsEntry("posts_found", null)
                .containsEntry("note", null);
    }

    @Test
    void keepAGapOnceHoweverOftenItIsDeclared() throws Exception {
        gaps.declare(new Gap("covid", FROM, NOW, "first"));
        gaps.declare(new Gap("covid", FROM, NOW, "again"));
        gaps.declare(new Gap("health", FROM, NOW, "other"));

        List<Map<String, Object>> rows = TestWarehouse.rows(database, "SELECT reason FROM ops.gap ORDER BY id");
        assertThat(rows).containsExactly(Map.of("reason", "first"), Map.of("reason", "other"));
    }

    @Test
    void aSettledGapIsNotOpenedByDeclaringItAgain() throws Exception {
        gaps.declare(new Gap("covid", FROM, NOW, "first"));
        settle(new SettledPart(FROM, NOW, GapState.CLOSED, 3, null));

        gaps.declare(new Gap("covid", FROM, NOW, "again"));

        assertThat(gaps.open(10)).isEmpty();
        assertThat(gaps.page(Long.MAX_VALUE, 10)).hasSize(1);
    }

    @Test
    void giveThoseOpenGapsFirstThatReachBackFurthest() throws Exception {
        gaps.declare(new Gap("covid", MIDDLE, NOW, "later"));
        gaps.declare(new Gap("health", FROM, NOW, "earlier"));
        gaps.declare(new Gap("covid", NOW, NOW.plusSeconds(1), "last"));

        assertThat(gaps.open(2))
                .extracting(gap -> gap.gap().reason(), DeclaredGap::state, DeclaredGap::declaredAt)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("earlier", GapState.OPEN, NOW),
                        org.assertj.core.groups.Tuple.tuple("later", GapState.OPEN, NOW));
    }

    @Test
    void keepWhatBecameOfAGap() throws Exception {
        gaps.declare(new Gap("covid", FROM, NOW, "outage"));
        settle(new SettledPart(FROM, NOW, GapState.CLOSED, 240, "without reposts\u0000"));

        assertThat(gaps.open(10)).isEmpty();
        assertThat(gaps.page(Long.MAX_VALUE, 10)).singleElement().satisfies(gap -> {
            assertThat(gap.gap()).isEqualTo(new Gap("covid", FROM, NOW, "outage"));
            assertThat(gap.state()).isEqualTo(GapState.CLOSED);
            assertThat(gap.settledAt()).isEqualTo(NOW);
            assertThat(gap.postsFound()).isEqualTo(240);
            assertThat(gap.note()).isEqualTo("without reposts\uFFFD");
        });
    }

    @Test
    void makeARowOfEachPartWhereDifferentThingsBecameOfThem() throws Exception {
        gaps.declare(new Gap("covid", FROM, NOW, "outage"));
        settle(
                new SettledPart(FROM, MIDDLE, GapState.UNCLOSABLE, 0, "out of reach"),
                new SettledPart(MIDDLE, NOW, GapState.CLOSED, 7, null));

        assertThat(gaps.page(Long.MAX_VALUE, 10))
                .extracting(
                        gap -> gap.gap().from(),
                        gap -> gap.gap().to(),
                        gap -> gap.gap().reason(),
                        DeclaredGap::state)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(MIDDLE, NOW, "outage", GapState.CLOSED),
                        org.assertj.core.groups.Tuple.tuple(FROM, MIDDLE, "outage", GapState.UNCLOSABLE));
        assertThat(gaps.counts())
                .containsExactlyInAnyOrder(
                        new GapCount("covid", GapState.CLOSED, 1), new GapCount("covid", GapState.UNCLOSABLE, 1));
    }

    @Test
    void settleAGapAsAWholeOrNotAtAll() throws Exception {
        gaps.declare(new Gap("covid", FROM, NOW, "outage"));
        TestWarehouse.update(database, "ALTER TABLE ops.gap ADD CHECK (posts_found IS NULL OR posts_found < 100)");

        assertThatThrownBy(() -> settle(
                        new SettledPart(FROM, MIDDLE, GapState.UNCLOSABLE, 0, null),
                        new SettledPart(MIDDLE, NOW, GapState.CLOSED, 100, null)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("gap 1 cannot be settled");
        assertThat(gaps.open(10))
                .singleElement()
                .satisfies(gap -> assertThat(gap.gap().to()).isEqualTo(NOW));
    }

    @Test
    void leaveASettledGapAsItIs() throws Exception {
        gaps.declare(new Gap("covid", FROM, NOW, "outage"));
        settle(new SettledPart(FROM, NOW, GapState.CLOSED, 7, null));

        settle(
                new SettledPart(FROM, MIDDLE, GapState.UNCLOSABLE, 0, null),
                new SettledPart(MIDDLE, NOW, GapState.CLOSED, 7, null));
        gaps.note(1, "too late");

        assertThat(gaps.page(Long.MAX_VALUE, 10)).singleElement().satisfies(gap -> {
            assertThat(gap.postsFound()).isEqualTo(7);
            assertThat(gap.note()).isNull();
        });
    }

    @Test
    void noteWhatKeepsAGapFromBeingFilled() throws Exception {
        gaps.declare(new Gap("covid", FROM, NOW, "outage"));

        gaps.note(1, "X refuses the bearer token");
        assertThat(gaps.open(1).get(0).note()).isEqualTo("X refuses the bearer token");
        gaps.note(1, null);
        assertThat(gaps.open(1).get(0).note()).isNull();
    }

    @Test
    void givePagesFromTheLastDeclaredToTheFirst() throws Exception {
        for (int i = 1; i <= 5; i++) {
            gaps.declare(new Gap("covid", FROM, FROM.plusSeconds(i), "outage"));
        }

        assertThat(gaps.page(Long.MAX_VALUE, 2)).extracting(DeclaredGap::id).containsExactly(5L, 4L);
        assertThat(gaps.page(4, 10)).extracting(DeclaredGap::id).containsExactly(3L, 2L, 1L);
    }

    @Test
    void sayThatTheWarehouseIsOut() throws SQLException {
        TestWarehouse.update(database, "DROP TABLE ops.gap CASCADE");

        assertThatThrownBy(() -> gaps.open(1))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("the gaps cannot be read from the warehouse");
    }

    private void settle(SettledPart... parts) throws IOException {
        gaps.settle(1, List.of(parts));
    }
}
