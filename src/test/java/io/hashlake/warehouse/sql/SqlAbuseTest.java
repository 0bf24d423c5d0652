package io.hashlake.warehouse.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.hashlake.ServerTest;
import io.hashlake.TestConfig;
import io.hashlake.warehouse.TestWarehouse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.ds.PGSimpleDataSource;

/** What is done to the SQL endpoint out of malice comes to nothing, and to a clear answer. */
@ServerTest
class SqlAbuseTest {

    private static final SqlConfig PATIENT =
            TestConfig.of(SqlConfig.class, "timeout=30s", "rows=1000", "bytes=1048576", "concurrency=2");
    private static final SqlConfig IMPATIENT =
            TestConfig.of(SqlConfig.class, "timeout=700ms", "rows=1000", "bytes=1048576", "concurrency=2");

    private static final HeapLimit MEMORY = new HeapLimit(128 << 20);

    /** Everything that a statement could leave behind. */
    private static final String STATE = """
            SELECT (SELECT count(*) FROM twitter.tweet) AS tweets,
                   (SELECT sum(hashtext(t::text)::bigint) FROM twitter.tweet t) AS content,
                   (SELECT count(*) FROM pg_class) AS relations,
                   (SELECT count(*) FROM pg_proc) AS functions,
                   (SELECT count(*) FROM pg_extension) AS extensions,
                   (SELECT count(*) FROM pg_largeobject_metadata) AS large_objects,
                   (SELECT count(*) FROM pg_prepared_xacts) AS prepared,
                   (SELECT last_value FROM ops.gap_id_seq) AS sequence,
                   (SELECT setconfig::text FROM pg_db_role_setting s JOIN pg_roles r ON r.oid = s.setrole
                    WHERE rolname = current_database() || '_sql') AS settings
            """;

    private static PGSimpleDataSource owner;
    private static SqlReader patient;
    private static SqlReader impatient;
    private static List<Map<String, Object>> before;

    @BeforeAll
    static void prepare() throws SQLException {
        owner = TestWarehouse.unpooled();
        TestWarehouse.update(owner, """
                INSERT INTO twitter.tweet (id, created_at, author_id, text, mentions, urls, cashtags, annotations, topics,
                    possibly_sensitive, edit_history, followed, observed_at, first_seen_at)
                SELECT n, now(), 1, 'post ' || n, '{}', '{}', '{}', '{}', '{}', false, '{}', '{}', now(), now()
                FROM generate_series(1, 100) n""");
        patient = reader(PATIENT);
        impatient = reader(IMPATIENT);
        patient.run("SELECT 1");
        before = state();
    }

    @ParameterizedTest
    @MethodSource("io.hashlake.warehouse.sql.SqlAbuse#all")
    void isRefusedAndLeavesNothingBehind(SqlAbuse abuse) throws SQLException {
        SqlReader reader = abuse.reasons().contains(SqlOutcome.Reason.TIMEOUT) ? impatient : patient;
        assertThat(reader.run(abuse.sql())).isInstanceOfSatisfying(SqlOutcome.Refused.class, refused -> {
            assertThat(refused.reason()).as(refused.detail()).isIn(abuse.reasons());
            assertThat(refused.detail()).isNotBlank().doesNotContain("org.postgresql", "127.0.0.1", "null");
        });
        assertThat(state()).isEqualTo(before);
        assertThat(Path.of("/tmp/hashlake-abuse")).doesNotExist();
        assertThat(patient.run("SELECT count(*) FROM post"))
                .isInstanceOfSatisfying(SqlOutcome.Rows.class, answer -> assertThat(answer.rows())
                        .containsExactly(List.of(100L)));
    }

    private static SqlReader reader(SqlConfig limits) {
        return new SqlReader(
                new SqlLogin(owner, owner.getURL(), new OwnRole("secret", true, 3), MEMORY), limits, reason -> {});
    }

    private static List<Map<String, Object>> state() throws SQLException {
        return TestWarehouse.rows(owner, STATE);
    }
}
