package io.hashlake.warehouse.sql;

import static io.hashlake.warehouse.sql.SqlOutcome.Reason.FORBIDDEN;
import static io.hashlake.warehouse.sql.SqlOutcome.Reason.INVALID;
import static io.hashlake.warehouse.sql.SqlOutcome.Reason.TIMEOUT;
import static io.hashlake.warehouse.sql.SqlOutcome.Reason.TOO_LARGE;

import io.hashlake.warehouse.sql.SqlOutcome.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Statements that nobody means well with, and why each is to be refused. */
record SqlAbuse(String sql, Set<Reason> reasons) {

    /** On a busy machine time may be up before the size is. */
    private static final Set<Reason> LIMITS = Set.of(TIMEOUT, TOO_LARGE);

    @Override
    public String toString() {
        String line = sql.replaceAll("\\s+", " ").replace('\0', '0');
        return reasons + ": " + (line.length() > 90 ? line.substring(0, 90) + "…" : line);
    }

    static List<SqlAbuse> all() {
        List<SqlAbuse> all = new ArrayList<>();
        writes().forEach(sql -> all.add(new SqlAbuse(sql, Set.of(FORBIDDEN))));
        commands().forEach(sql -> all.add(new SqlAbuse(sql, Set.of(FORBIDDEN))));
        disguises().forEach(sql -> all.add(new SqlAbuse(sql, Set.of(FORBIDDEN))));
        functions().forEach(sql -> all.add(new SqlAbuse(sql, Set.of(FORBIDDEN))));
        secrets().forEach(sql -> all.add(new SqlAbuse(sql, Set.of(FORBIDDEN))));
        malformed().forEach(sql -> all.add(new SqlAbuse(sql, Set.of(INVALID))));
        endless().forEach(sql -> all.add(new SqlAbuse(sql, LIMITS)));
        huge().forEach(sql -> all.add(new SqlAbuse(sql, LIMITS)));
        return all;
    }

    private static List<String> writes() {
        return List.of(
                "INSERT INTO twitter.tweet_hashtag VALUES (1, 'x', 'x', now())",
                "UPDATE twitter.tweet SET text = 'x'",
                "DELETE FROM twitter.tweet",
                "MERGE INTO twitter.tweet t USING (SELECT 1) s ON true WHEN MATCHED THEN DELETE",
                "TRUNCATE twitter.tweet",
                "DROP SCHEMA twitter CASCADE",
                "DROP VIEW api.post",
                "CREATE TABLE api.mine (a int)",
                "CREATE TEMP TABLE mine (a int)",
                "CREATE TEMP VIEW mine AS SELECT 1",
                "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'",
                "CREATE ROLE other SUPERUSER",
                "CREATE EXTENSION dblink",
                "CREATE EXTENSION file_fdw",
                "ALTER ROLE CURRENT_USER SET statement_timeout = 0",
                "ALTER SYSTEM SET fsync = off",
                "GRANT ALL ON SCHEMA twitter TO PUBLIC",
                "REFRESH MATERIALIZED VIEW api.post",
                "COMMENT ON VIEW api.post IS 'x'",
                "VACUUM",
                "ANALYZE",
                "REINDEX DATABASE hashlake",
                "CHECKPOINT");
    }

    private static List<String> commands() {
        return List.of(
                "COPY (SELECT 1) TO PROGRAM 'touch /tmp/hashlake-abuse'",
                "COPY (SELECT 1) TO '/tmp/hashlake-abuse'",
                "COPY (SELECT 1) TO STDOUT",
                "COPY twitter.tweet FROM '/etc/passwd'",
                "COPY twitter.tweet FROM STDIN",
                "SET ROLE hashlake",
                "RESET ROLE",
                "SET SESSION AUTHORIZATION hashlake",
                "SET statement_timeout = 0",
                "SET default_transaction_read_only = off",
                "SET TRANSACTION READ WRITE",
                "BEGIN",
                "COMMIT",
                "ROLLBACK AND CHAIN",
                "SAVEPOINT s",
                "PREPARE TRANSACTION 'x'",
                "PREPARE p AS SELECT 1",
                "EXECUTE p",
                "DEALLOCATE ALL",
                "LISTEN posts",
                "NOTIFY posts, 'x'",
                "LOCK TABLE twitter.tweet",
                "DO $$ BEGIN PERFORM pg_sleep(100); END $$",
                "CALL f()",
                "LOAD 'auto_explain'",
                "DISCARD ALL",
                "SHOW data_directory",
                "EXPLAIN ANALYZE SELECT 1",
                "EXPLAIN DELETE FROM twitter.tweet",
                "DECLARE c CURSOR WITH HOLD FOR SELECT 1",
                "FETCH ALL FROM answer",
                "MOVE ALL IN answer",
                "CLOSE ALL");
    }

    private static List<String> disguises() {
        return List.of(
                "SELECT 1; DROP TABLE twitter.tweet",
                "SELECT 1; SELECT 2",
                "SELECT 1;;SELECT 2",
                "/* harmless */ DELETE FROM twitter.tweet",
                "-- harmless\nDELETE FROM twitter.tweet",
                "/* a /* b */ c */ DELETE FROM twitter.tweet",
                "SELECT 1 /*\n*/; COMMIT; DROP TABLE twitter.tweet --",
                "SELECT $$a$$; DROP TABLE twitter.tweet; SELECT $$b$$",
                "SELECT E'\\''; DROP TABLE twitter.tweet; --'",
                "WITH gone AS (DELETE FROM twitter.tweet RETURNING *) SELECT * FROM gone",
                "WITH more AS (INSERT INTO ops.gap SELECT * FROM ops.gap RETURNING *) TABLE more",
                "SELECT * FROM api.gap FOR UPDATE",
                "SELECT * FROM twitter.tweet FOR SHARE");
    }

    /** What everybody may call in a PostgreSQL as it comes, and what nobody but its owner may. */
    private static List<String> functions() {
        return List.of(
                "SELECT pg_sleep(100)",
                "SELECT pg_sleep_for('100 s')",
                "SELECT pg_read_file('/etc/passwd')",
                "SELECT pg_read_binary_file('/etc/passwd')",
                "SELECT pg_ls_dir('/')",
                "SELECT lo_import('/etc/passwd')",
                "SELECT lo_export(1, '/tmp/hashlake-abuse')",
                "SELECT lo_from_bytea(0, 'x')",
                "SELECT lo_create(0)",
                "SELECT set_config('statement_timeout', '0', false)",
                "SELECT set_config('role', 'hashlake', false)",
                "SELECT U&\"set\\005fconfig\"('work_mem', '10GB', false)",
                "SELECT pg_advisory_lock(1)",
                "SELECT pg_try_advisory_xact_lock(1)",
                "SELECT pg_notify('posts', 'x')",
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity",
                "SELECT pg_cancel_backend(pid) FROM pg_stat_activity",
                "SELECT pg_reload_conf()",
                "SELECT pg_switch_wal()",
                "SELECT pg_logical_emit_message(false, 'x', 'x')",
                "SELECT pg_stat_reset()",
                "SELECT pg_export_snapshot()",
                "SELECT query_to_xml('SELECT 1', true, false, '')",
                "SELECT ts_stat('SELECT 1')",
                "SELECT setval('ops.gap_id_seq', 1)",
                "SELECT nextval('ops.gap_id_seq')",
                "SELECT pg_create_restore_point('x')",
                "SELECT pg_promote()");
    }

    private static List<String> secrets() {
        return List.of(
                "SELECT * FROM pg_authid",
                "SELECT rolpassword FROM pg_catalog.pg_authid",
                "TABLE pg_shadow",
                "SELECT * FROM pg_hba_file_rules",
                "SELECT * FROM pg_file_settings",
                "SELECT * FROM pg_largeobject",
                "SELECT * FROM pg_statistic",
                "SELECT current_setting('data_directory')",
                "SELECT * FROM twitter.tweet",
                "SELECT * FROM ops.cursor");
    }

    private static List<String> malformed() {
        return List.of(
                "",
                " \n\t",
                "SELECT 1\0; DROP TABLE twitter.tweet",
                "SELECT '\uD800'",
                "SELECT /* never closed",
                "SELECT $$never closed",
                "SELECT 'never closed",
                "SELECT 1 INTO mine",
                "SELECT 1 INTO TEMP mine",
                "SELECT dblink('host=127.0.0.1', 'SELECT 1')",
                "SELECT ?",
                "SELECT $1",
                "SELECT {fn now()}",
                "SELECT * FROM nothing",
                "SELECT brin_summarize_new_values(0)",
                "SELECT gin_clean_pending_list(0)",
                "SELECT 1) q --",
                "SELECT 1) q UNION ALL SELECT repeat('x', 9000000), true FROM (SELECT 1",
                "SELECT " + "(".repeat(20_000) + "1" + ")".repeat(20_000),
                "SELECT xmlparse(document '<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>')::text || 1 / 0");
    }

    private static List<String> endless() {
        return List.of(
                "SELECT count(*) FROM generate_series(1, 1000000) a, generate_series(1, 1000000) b",
                "WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT n FROM r) SELECT count(*) FROM r",
                "SELECT max(n) FROM generate_series(1, 1000000000000) n",
                "SELECT 1 FROM generate_series(1, 1000000000000) n WHERE n < 0");
    }

    private static List<String> huge() {
        return List.of(
                "SELECT repeat('x', 100000000)",
                "SELECT repeat('x', 1000000) FROM generate_series(1, 100)",
                "SELECT array_fill(1, ARRAY[10000000])",
                "SELECT string_agg(repeat('x', 1000), '') FROM generate_series(1, 20000)",
                "SELECT repeat('x', 2000000000)",
                "SELECT repeat('x', 1073741800)",
                "SELECT length(string_agg(repeat('x', 1000000), '')) FROM generate_series(1, 900)",
                "SELECT cardinality(array_agg(repeat('x', 1000000) || n)) FROM generate_series(1, 2000) n",
                "SELECT length(jsonb_agg(repeat('x', 100000))::text) FROM generate_series(1, 9000)",
                "SELECT length(xmlagg(xmlelement(name a, repeat('x', 1000000)))::text) FROM generate_series(1, 500)",
                "SELECT length(lpad('', 900000000, 'x'))",
                "SELECT cardinality(array_fill(1::bigint, ARRAY[100000000]))",
                "SELECT length(replace(repeat('x', 30000000), 'x', 'yyyyyyyyyyyyyyyyyyyy'))",
                "SELECT cardinality(regexp_split_to_array(repeat('x ', 30000000), ' '))",
                "SELECT cardinality(array(SELECT n FROM generate_series(1, 90000000) n))",
                "WITH RECURSIVE r AS (SELECT repeat('x', 1000) AS t UNION ALL SELECT t || t FROM r) SELECT max(length(t)) FROM r",
                "SELECT repeat('x', 100000000)::integer",
                "SELECT '" + "x".repeat(200_000) + "'");
    }
}
