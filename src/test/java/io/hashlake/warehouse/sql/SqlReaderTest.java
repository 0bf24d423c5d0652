package io.hashlake.warehouse.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.hashlake.ServerTest;
import io.hashlake.TestConfig;
import io.hashlake.warehouse.TestWarehouse;
import io.hashlake.warehouse.sql.SqlOutcome.Column;
import io.hashlake.warehouse.sql.SqlOutcome.Reason;
import io.hashlake.warehouse.sql.SqlOutcome.Refused;
import io.hashlake.warehouse.sql.SqlOutcome.Rows;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

@ServerTest
class SqlReaderTest {

    private static final SqlConfig LIMITS =
            TestConfig.of(SqlConfig.class, "timeout=5s", "rows=3", "bytes=65536", "concurrency=1");

    private final List<Reason> refused = new ArrayList<>();
    private final PGSimpleDataSource owner = TestWarehouse.unpooled();
    private final SqlReader reader = reader(owner, new OwnRole("secret", true, 4));

    @Test
    void valuesComeAsWhatTheyAre() {
        Rows rows = rows("SELECT 1 AS a, 2.50::numeric AS b, true AS c, 'é' AS d, ARRAY['x', NULL] AS e, NULL AS f,"
                + " timestamptz '2026-01-31 12:00:00.5-03' AS g, 'NaN'::float8 AS h, 9007199254740993 AS i; ");
        assertThat(rows.columns().get(0)).isEqualTo(new Column("a", "int4"));
        assertThat(rows.rows())
                .containsExactly(Arrays.asList(
                        1L,
                        new BigDecimal("2.50"),
                        true,
                        "é",
                        Arrays.asList("x", null),
                        null,
                        "2026-01-31T15:00:00.5Z",
                        "NaN",
                        9007199254740993L));
    }

    @Test
    void moreRowsThanAllowedAreCutOffAndThatIsSaid() {
        assertThat(rows("SELECT n FROM generate_series(1, 3) n ORDER BY n DESC"))
                .isEqualTo(new Rows(
                        List.of(new Column("n", "int4")), List.of(List.of(3L), List.of(2L), List.of(1L)), false));
        assertThat(rows("VALUES (1), (2), (3), (4)").isCut()).isTrue();
        assertThat(rows("VALUES (1), (2), (3), (4)").rows()).hasSize(3);
    }

    @Test
    void everyViewCanBeRead() {
        for (String view :
                List.of("post", "post_version", "post_hashtag", "account", "hashtag_hour", "star_schema", "gap")) {
            assertThat(rows("TABLE " + view).rows()).isEmpty();
        }
    }

    @Test
    void commentsColumnsOfOneNameAndNoColumnsAreNoTrouble() {
        assertThat(rows("/* a */ -- b\n SELECT 1 AS a, 2 AS a -- c").rows()).containsExactly(List.of(1L, 2L));
        assertThat(rows("SELECT").rows()).containsExactly(List.of());
        assertThat(rows("(SELECT 1) UNION ALL (SELECT 2) ORDER BY 1 DESC").rows())
                .containsExactly(List.of(2L), List.of(1L));
    }

    @Test
    void errorsSayWhereInTheStatement() {
        Refused refusal = refusal("SELECT 1,\n nothing");
        assertThat(refusal.reason()).isEqualTo(Reason.INVALID);
        assertThat(refusal.sqlState()).contains("42703");
        assertThat(refusal.position()).hasValue(12);
        assertThat(refused).containsExactly(Reason.INVALID);
    }

    @Test
    void onlySoManyRunAtOnce() {
        CompletableFuture<SqlOutcome> slow = CompletableFuture.supplyAsync(
                () -> reader.run("SELECT count(*) FROM generate_series(1, 100000) a, generate_series(1, 100000) b"));
        org.awaitility.Awaitility.await()
                .until(() -> reader.run("SELECT 1") instanceof Refused busy && busy.reason() == Reason.BUSY);
        assertThat(slow.join()).isInstanceOfSatisfying(Refused.class, cut -> assertThat(cut.reason())
                .isEqualTo(Reason.TIMEOUT));
        assertThat(rows("SELECT 1").rows()).hasSize(1);
    }

    @Test
    void aStatementHasItsTimeOnceForAllThatIsDoneForIt() throws SQLException {
        SqlReader hasty = new SqlReader(
                new SqlLogin(owner, owner.getURL(), new OwnRole("secret", true, 4), HeapLimit.NONE),
                TestConfig.of(SqlConfig.class, "timeout=1s", "rows=3", "bytes=65536", "concurrency=1"),
                refused::add);
        hasty.run("SELECT 1");
        String slowToPlan = "SELECT 1 WHERE factorial(%d) > 0".formatted(plannedIn(Duration.ofMillis(800)));
        assertThat(hasty.run(slowToPlan)).isInstanceOfSatisfying(Refused.class, late -> assertThat(late.reason())
                .isEqualTo(Reason.TIMEOUT));
    }

    /** The argument for which PostgreSQL takes that long to plan, the shorter of two times. */
    private int plannedIn(Duration time) throws SQLException {
        int argument = 1_000;
        while (Math.min(planning(argument), planning(argument)) < time.toNanos()) {
            argument += argument / 5;
        }
        return argument;
    }

    private long planning(int argument) throws SQLException {
        long begun = System.nanoTime();
        TestWarehouse.rows(owner, "EXPLAIN SELECT 1 WHERE factorial(" + argument + ") > 0");
        return System.nanoTime() - begun;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT length(string_agg(repeat('x', 1000000), '')) FROM generate_series(1, 900)",
                "SELECT cardinality(array_agg(repeat('x', 1000000) || n)) FROM generate_series(1, 900) n",
                "SELECT length(jsonb_agg(repeat('x', 100000))::text) FROM generate_series(1, 5000)",
                "SELECT length(repeat('x', 500000000))",
                "SELECT length(replace(repeat('x', 10000000), 'x', repeat('y', 50)))"
            })
    void whatAStatementGathersInMemoryIsBounded(String sql) {
        assumeThat(Path.of("/usr/bin/prlimit")).exists();
        SqlReader bounded = new SqlReader(
                new SqlLogin(owner, owner.getURL(), new OwnRole("secret", true, 4), new HeapLimit(64 << 20)),
                TestConfig.of(SqlConfig.class, "timeout=60s", "rows=3", "bytes=65536", "concurrency=1"),
                refused::add);
        assertThat(bounded.run(sql)).isInstanceOfSatisfying(Refused.class, refusal -> {
            assertThat(refusal.reason()).isEqualTo(Reason.TOO_LARGE);
            assertThat(refusal.sqlState()).contains("53200");
        });
        assertThat(bounded.run("SELECT count(*) FROM generate_series(1, 1000000)"))
                .isInstanceOf(Rows.class);
    }

    @Test
    void whatAFunctionRefusesIsNoOutage() {
        assertThat(refusal("SELECT brin_summarize_new_values(0)").reason()).isNotEqualTo(Reason.OUTAGE);
        assertThat(refusal("SELECT repeat('x', 1073741823)").reason()).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void aPasswordThatAnotherProcessChangedIsSetAgain() throws SQLException {
        rows("SELECT 1");
        TestWarehouse.update(owner, "ALTER ROLE " + owner.getDatabaseName() + "_sql PASSWORD 'another'");
        assertThat(refusal("SELECT 1").reason()).isEqualTo(Reason.OUTAGE);
        assertThat(rows("SELECT 1").rows()).hasSize(1);
    }

    @Test
    void anOutageIsToldAsOne() {
        PGSimpleDataSource nowhere = new PGSimpleDataSource();
        nowhere.setUrl("jdbc:postgresql://127.0.0.1:1/none");
        assertThat(reader(nowhere, new OwnRole("", false, 4)).run("SELECT 1"))
                .isEqualTo(new Refused(
                        Reason.OUTAGE,
                        "the warehouse is unavailable",
                        java.util.Optional.empty(),
                        java.util.OptionalInt.empty()));
    }

    @Test
    void aRoleThatTheOperatorMadeIsUsedWhereOwnOnesCannotBe() throws SQLException {
        String name = owner.getDatabaseName();
        TestWarehouse.update(owner, "CREATE ROLE " + name + "_owner LOGIN PASSWORD 'x'");
        TestWarehouse.update(owner, "CREATE ROLE " + name + "_reader LOGIN PASSWORD 'y'");
        TestWarehouse.update(owner, "CREATE DATABASE " + name + "_managed OWNER " + name + "_owner");
        PGSimpleDataSource managed = new PGSimpleDataSource();
        managed.setUrl(owner.getURL());
        managed.setDatabaseName(name + "_managed");
        managed.setUser(name + "_owner");
        managed.setPassword("x");
        TestWarehouse.migrate(managed);
        assertThat(reader(managed, new OwnRole("x", false, 4)).run("SELECT 1"))
                .isInstanceOfSatisfying(Refused.class, refusal -> {
                    assertThat(refusal.reason()).isEqualTo(Reason.NOT_CONFIGURED);
                    assertThat(refusal.detail()).contains("hashlake.sql.username");
                });
        SqlReader given = reader(managed, new GivenRole(name + "_reader", "y"));
        assertThat(given.run("SELECT count(*) FROM post")).isInstanceOf(Rows.class);
        assertThat(given.run("SELECT * FROM twitter.tweet")).isInstanceOf(Refused.class);
        TestWarehouse.update(managed, "GRANT INSERT ON ops.gap TO " + name + "_reader");
        assertThat(reader(managed, new GivenRole(name + "_reader", "y")).run("SELECT 1"))
                .isInstanceOfSatisfying(
                        Refused.class, refusal -> assertThat(refusal.detail()).contains("write"));
    }

    private SqlReader reader(PGSimpleDataSource database, SqlRole role) {
        return new SqlReader(new SqlLogin(database, database.getURL(), role, HeapLimit.NONE), LIMITS, refused::add);
    }

    private Rows rows(String sql) {
        assertThat(reader.run(sql)).isInstanceOf(Rows.class);
        return (Rows) reader.run(sql);
    }

    private Refused refusal(String sql) {
        return (Refused) reader.run(sql);
    }
}
