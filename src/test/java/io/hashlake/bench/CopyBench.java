package io.hashlake.bench;

import io.hashlake.tweet.Tweet;
import io.hashlake.warehouse.embedded.EmbeddedWarehouse;
import io.hashlake.warehouse.jdbc.BinaryCopy;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Stores the same rows by binary COPY and by the driver's rewritten batch inserts, and compares the CPU time of both ends. */
final class CopyBench {

    private static final int ROWS_PER_COMMIT = 5_000;

    private final List<Tweet> tweets;
    private final int rows;

    CopyBench(List<Tweet> tweets, int rows) {
        this.tweets = tweets;
        this.rows = rows;
    }

    void run(int rounds) throws Exception {
        Path directory = Files.createTempDirectory("hashlake-bench");
        try (EmbeddedWarehouse postgres = EmbeddedWarehouse.start(directory);
                Connection connection = DriverManager.getConnection(
                        postgres.jdbcUrl() + "?reWriteBatchedInserts=true", postgres.user(), postgres.password())) {
            connection.setAutoCommit(false);
            for (int round = 1; round <= rounds; round++) {
                measure("Rows, binary COPY", connection, this::copy);
                measure("Rows, batch inserts", connection, this::insert);
            }
        }
    }

    /** A way to store rows from this one on. */
    private interface Store {

        void commit(Connection connection, int first) throws Exception;
    }

    private void measure(String what, Connection connection, Store store) throws Exception {
        try (Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS bench");
            statement.execute(
                    "CREATE TABLE bench (id bigint PRIMARY KEY, created_at timestamptz, text text, language text,"
                            + " likes bigint, replies bigint, reposts bigint, author bigint)");
        }
        Duration postgres = backendCpu(connection);
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        for (int first = 0; first < rows; first += ROWS_PER_COMMIT) {
            store.commit(connection, first);
            connection.commit();
        }
        double seconds = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1e9;
        Duration inPostgres = backendCpu(connection).minus(postgres);
        System.out.printf(
                Locale.ROOT,
                "%-28s %5.1f CPU-s per million rows, and %5.1f in PostgreSQL%n",
                what,
                seconds / rows * 1e6,
                inPostgres.toMillis() * 1e3 / rows);
    }

    private static Duration backendCpu(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_backend_pid()")) {
            row.next();
            return ProcessHandle.of(row.getLong(1))
                    .flatMap(backend -> backend.info().totalCpuDuration())
                    .orElse(Duration.ZERO);
        }
    }

    private void copy(Connection connection, int first) throws SQLException {
        BinaryCopy copy = new BinaryCopy();
        CopyIn open =
                connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY bench FROM STDIN (FORMAT binary)");
        copy.begin(open);
        for (int row = first; row < first + ROWS_PER_COMMIT; row++) {
            Tweet tweet = tweets.get(row % tweets.size());
            copy.row(8);
            copy.id(row);
            copy.timestamp(tweet.createdAt());
            copy.text(tweet.text());
            copy.text(tweet.language());
            copy.count(tweet.metrics().likes());
            copy.count(tweet.metrics().replies());
            copy.count(tweet.metrics().retweets());
            copy.id(tweet.author().id());
        }
        copy.end();
        open.endCopy();
    }

    private void insert(Connection connection, int first) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("INSERT INTO bench VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (int row = first; row < first + ROWS_PER_COMMIT; row++) {
                Tweet tweet = tweets.get(row % tweets.size());
                statement.setLong(1, row);
                statement.setTimestamp(2, Timestamp.from(tweet.createdAt()));
                statement.setString(3, tweet.text());
                statement.setString(4, tweet.language());
                statement.setLong(5, tweet.metrics().likes());
                statement.setLong(6, tweet.metrics().replies());
                statement.setLong(7, tweet.metrics().retweets());
                statement.setLong(8, tweet.author().id());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
