package io.hashlake.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hashlake.simulator.TestSimulator;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server ends the connections of a running job, more of them than the pool has. */
class JobConnectionsIT {

    private static final int POOL = 2;

    private static final Map<String, String> JOBS = Map.of(
            "hashlake.roles",
            "api,jobs",
            "hashlake.api.token",
            RunningJobs.TOKEN,
            "quarkus.datasource.jdbc.max-size",
            "" + POOL,
            "hashlake.star-schema.every",
            "1h");

    private static final String TERMINATED = "select pid, pg_terminate_backend(pid) from pg_locks"
            + " where relation = 'dw.build'::regclass and not granted";

    @TempDir
    Path directory;

    @Test
    void connectionsThatTheServerEndsReturnToThePool() throws Exception {
        try (Workspace workspace = new Workspace(directory, TestSimulator.settings());
                HashlakeProcess process = workspace.start(JOBS).awaitUp()) {
            RunningJobs jobs = new RunningJobs(workspace, process);
            jobs.run("star-schema");
            CompletableFuture<Integer> run;
            try (Connection holder = connect(workspace);
                    Statement lock = holder.createStatement()) {
                holder.setAutoCommit(false);
                lock.execute("LOCK TABLE dw.build IN ACCESS EXCLUSIVE MODE");
                run = CompletableFuture.supplyAsync(() -> jobs.attempt("star-schema"));
                Set<String> ended = new HashSet<>();
                await().until(() -> {
                    ended.addAll(workspace.warehouse(TERMINATED));
                    return ended.size() > POOL;
                });
            }
            assertThat(run.get()).as(process.output()).isEqualTo(200);
        }
    }

    private static Connection connect(Workspace workspace) throws SQLException {
        return DriverManager.getConnection(
                workspace.postgres.jdbcUrl(), workspace.postgres.user(), workspace.postgres.password());
    }
}
