package io.hashlake.warehouse.star;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hashlake.DocumentedSql;
import io.hashlake.ServerTest;
import io.hashlake.lake.marts.Marts;
import io.hashlake.lake.store.Bucket;
import io.hashlake.lake.store.LocalObjectStore;
import io.hashlake.lake.store.ObjectStore;
import io.hashlake.lake.store.S3Clients;
import io.hashlake.lake.store.S3ObjectStore;
import io.hashlake.lake.store.TestS3;
import io.hashlake.observability.Meters;
import io.hashlake.pipeline.job.MartExport;
import io.hashlake.servers.S3Server;
import io.hashlake.warehouse.TestWarehouse;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;

/** Exports a real database's star schema, and lets DuckDB read what came of it. */
@ServerTest
class MartExportTest {

    /** The end of a process. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    private static final List<String> TABLES = List.of(
            "dim_date",
            "dim_hashtag",
            "dim_language",
            "dim_time",
            "dim_user",
            "fact_hashtag_hour",
            "fact_language_hour",
            "fact_tweet",
            "fact_tweet_hashtag");

    private static final String TWEETS = "SELECT tweet_id, date_key, time_key, user_key, is_retweet, impression_count,"
            + " engagement, round(polarity::numeric, 2), sentiment, extract(epoch FROM hour)::bigint FROM fact_tweet ORDER BY 1";

    @TempDir
    Path directory;

    private final DataSource database = TestWarehouse.migrated();
    private final Meters meters = new Meters(new SimpleMeterRegistry());
    private Instant now = Instant.parse("2026-11-24T12:00:00Z");
    private int operations;

    @BeforeEach
    void fill() throws SQLException {
        TestWarehouse.update(database, """
                INSERT INTO dw.build (zone, built_at) VALUES ('America/Sao_Paulo', now());
                INSERT INTO dw.dim_date SELECT to_char(d, 'YYYYMMDD')::integer, d, 2026, 4, 11, extract(day FROM d), 2026, 47, 1, false
                    FROM generate_series(date '2026-11-20', date '2026-11-23', interval '1 day') AS d;
                INSERT INTO dw.dim_time SELECT 100 * h, h, 0, 'night' FROM generate_series(0, 23) AS h ON CONFLICT DO NOTHING;
                INSERT INTO dw.dim_language (language) SELECT l FROM unnest(ARRAY['en', 'pt']) AS l ON CONFLICT DO NOTHING;
                INSERT INTO dw.dim_hashtag (hashtag, hashtag_text, first_used_at) VALUES
                    ('saúde', 'Saúde', '2026-11-20 10:00Z'), ('東京😀', '東京😀', '2026-11-20 11:00:00.123456Z');
                INSERT INTO dw.dim_user (user_id, username, valid_from, valid_to, is_current)
                    SELECT u, 'user' || u, '-infinity', 'infinity', true FROM generate_series(1, 50) AS u;
                """);
        for (int date : List.of(20261120, 20261121, 20261122)) {
            insert(date, date - 20261100, 200);
        }
    }

    /** Facts of a day, and the note that it has changed, as the job writes them. */
    private void insert(int date, int firstId, int posts) throws SQLException {
        TestWarehouse.update(database, """
                INSERT INTO dw.fact_tweet
                SELECT %2$d * 100000 + n, t, date_trunc('hour', t, 'America/Sao_Paulo'), %1$d,
                       100 * extract(hour FROM t AT TIME ZONE 'America/Sao_Paulo'),
                       1 + n %% 50, 1 + n %% 50, (SELECT min(language_key) FROM dw.dim_language), n %% 2 = 0, false, false, n, 1, 2, 3, nullif(n, 7), n + 6,
                       1000 + n, n / 1000.0, null, CASE WHEN n %% 3 = 0 THEN 'positive' END
                FROM (SELECT n, to_date('%1$d', 'YYYYMMDD')::timestamp AT TIME ZONE 'America/Sao_Paulo' + n * interval '7 minutes' AS t
                      FROM generate_series(0, %3$d - 1) AS n) AS posts;
                INSERT INTO dw.fact_tweet_hashtag
                SELECT tweet_id, 1 + tweet_id %% 2, created_at, hour, date_key, time_key, user_id, language_key, engagement, followers_count, polarity, sentiment
                FROM dw.fact_tweet WHERE date_key = %1$d;
                INSERT INTO dw.fact_hashtag_hour
                SELECT hashtag_key, hour, date_key, min(time_key), count(*), count(DISTINCT user_id), sum(followers_count), sum(engagement), 0, 0, 0, avg(polarity)
                FROM dw.fact_tweet_hashtag WHERE date_key = %1$d GROUP BY 1, 2, 3;
                INSERT INTO dw.fact_language_hour
                SELECT language_key, hour, date_key, min(time_key), count(*), count(DISTINCT user_id), sum(followers_count), sum(engagement), 0, 0, 0, avg(polarity)
                FROM dw.fact_tweet WHERE date_key = %1$d GROUP BY 1, 2, 3;
                INSERT INTO ops.changed_mart (date_key) VALUES (%1$d), (%1$d);
                """.formatted(date, firstId, posts));
    }

    private void remove(int date) throws SQLException {
        TestWarehouse.update(database, """
                DELETE FROM dw.fact_tweet WHERE date_key = %1$d;
                DELETE FROM dw.fact_tweet_hashtag WHERE date_key = %1$d;
                DELETE FROM dw.fact_hashtag_hour WHERE date_key = %1$d;
                DELETE FROM dw.fact_language_hour WHERE date_key = %1$d;
                INSERT INTO ops.changed_mart (date_key) VALUES (%1$d);
                """.formatted(date));
    }

    private void export(Path lake) throws IOException {
        export(lake, Integer.MAX_VALUE);
    }

    /** By a process that ends before its operation of this number. */
    private void export(Path lake, int killedAt) throws IOException {
        export(interrupted(new LocalObjectStore(lake), operation -> {
            if (operations >= killedAt) {
                throw new Killed();
            }
        }));
    }

    /** It takes so long that no lease outlives it. */
    private void export(ObjectStore store) throws IOException {
        now = now.plus(Duration.ofMinutes(3));
        operations = 0;
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        try (Marts marts = new Marts(store, 3_000, Duration.ZERO, clock)) {
            new MartExport(new MartSource(database), marts, meters).run();
        }
    }

    /** Before each of its operations something may happen. */
    private ObjectStore interrupted(ObjectStore store, Interruption interruption) {
        return (ObjectStore) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {ObjectStore.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("parallelism")) {
                        return 1;
                    }
                    interruption.before(method.getName());
                    operations++;
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private interface Interruption {
        void before(String operation) throws Exception;
    }

    private static List<String> read(Path lake, String sql) throws SQLException {
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement()) {
            for (String table : TABLES) {
                statement.execute("CREATE VIEW " + table + " AS FROM read_parquet('" + lake + "/marts/" + table
                        + "/**/*.parquet', hive_partitioning = true)");
            }
            return rows(statement, sql);
        }
    }

    private List<String> readDatabase(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET search_path = dw");
            return rows(statement, sql);
        }
    }

    private static List<String> rows(Statement statement, String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (ResultSet found = statement.executeQuery(sql)) {
            while (found.next()) {
                List<Object> row = new ArrayList<>();
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    Object value = found.getObject(i);
                    row.add(value instanceof Number number ? number.doubleValue() : value);
                }
                rows.add(row.toString());
            }
        }
        return rows;
    }

    @Test
    void documentedQueriesOverMartsRun() throws IOException, SQLException {
        Path lake = directory.resolve("lake");
        export(lake);
        List<String> queries = DocumentedSql.of(DocumentedSql.Engine.DUCKDB).stream()
                .filter(block -> block.sql().contains("data/lake/marts"))
                .flatMap(block -> block.statements().stream())
                .toList();
        assertThat(queries).isNotEmpty();
        for (String sql : queries) {
            assertThat(read(lake, sql.replace("data/lake", lake.toString()))).isNotEmpty();
        }
    }

    private TreeSet<String> files() throws IOException {
        return filesIn(directory.resolve("marts"));
    }

    private static TreeSet<String> filesIn(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> directory.relativize(file).toString())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private long notes() throws SQLException {
        return TestWarehouse.rows(database, "SELECT FROM ops.changed_mart").size();
    }

    @Test
    void givesDuckDbTheNumbersOfTheDatabase() throws IOException, SQLException {
        export(directory);

        for (String sql : List.of(
                TWEETS,
                "SELECT hashtag, posts, authors, reach, f.engagement, round(mean_polarity::numeric, 6), d.day, t.hour"
                        + " FROM fact_hashtag_hour f JOIN dim_hashtag h USING (hashtag_key) JOIN dim_date d USING (date_key)"
                        + " JOIN dim_time t USING (time_key) ORDER BY 1, 7, 8",
                "SELECT username, count(*), sum(f.engagement) FROM fact_tweet_hashtag f JOIN dim_user USING (user_id)"
                        + " GROUP BY 1 ORDER BY 1",
                "SELECT hashtag, extract(epoch FROM first_used_at)::numeric(20, 6) FROM dim_hashtag ORDER BY 1")) {
            assertThat(read(directory, sql)).isNotEmpty().isEqualTo(readDatabase(sql));
        }
        assertThat(files()).hasSizeGreaterThan(TABLES.size() + 9);
        assertThat(notes()).isZero();
        assertThat(meters.total("marts.rows")).isGreaterThan(1_200);
    }

    @Test
    void givesTypesAndTheEndsOfTime() throws IOException, SQLException {
        export(directory);

        assertThat(read(
                        directory,
                        "SELECT DISTINCT year(valid_from), year(valid_to), isfinite(valid_to) FROM dim_user"))
                .containsExactly("[1.0, 9999.0, true]");
        assertThat(read(directory, "SELECT column_name || ' ' || column_type FROM (DESCRIBE fact_tweet)"))
                .contains(
                        "[tweet_id BIGINT]",
                        "[created_at TIMESTAMP WITH TIME ZONE]",
                        "[date_key BIGINT]",
                        "[time_key INTEGER]",
                        "[is_reply BOOLEAN]",
                        "[polarity FLOAT]",
                        "[sentiment VARCHAR]");
        assertThat(read(directory, "SELECT column_type FROM (DESCRIBE dim_date) WHERE column_name = 'date'"))
                .containsExactly("[DATE]");
    }

    @Test
    void replacesOnlyTheDaysThatHaveChanged() throws IOException, SQLException {
        export(directory);
        TreeSet<String> before = files();
        remove(20261121);
        insert(20261121, 21, 50);
        remove(20261120);

        export(directory);

        assertThat(read(directory, TWEETS)).isEqualTo(readDatabase(TWEETS)).hasSize(250);
        assertThat(files()).noneMatch(file -> file.contains("date_key=20261120"));
        before.retainAll(files());
        assertThat(before).isNotEmpty().allMatch(file -> file.contains("date_key=20261122"));
    }

    @Test
    void doesNothingWhereNothingHasChanged() throws IOException {
        export(directory);
        TreeSet<String> before = files();

        export(directory);

        assertThat(files()).isEqualTo(before);
    }

    @Test
    void exportsEverythingIntoANewLake() throws IOException, SQLException {
        export(directory.resolve("first"));
        export(directory.resolve("second"));

        assertThat(read(directory.resolve("second"), TWEETS)).isEqualTo(readDatabase(TWEETS));
    }

    @Test
    void keepsTheNoteOfWhatChangesMeanwhile() throws IOException, SQLException {
        MartSource source = new MartSource(database);
        try (MartSnapshot snapshot = source.open()) {
            insert(20261123, 23, 10);
            assertThat(snapshot.changes().dates()).containsExactly(20261120, 20261121, 20261122);
            List<Object[]> rows = new ArrayList<>();
            snapshot.rows(
                    snapshot.tables().stream()
                            .filter(StarTable::isByDay)
                            .findFirst()
                            .orElseThrow(),
                    20261123,
                    rows::add);
            assertThat(rows).isEmpty();
            source.forget(snapshot.changes());
        }

        assertThat(notes()).isEqualTo(2);
    }

    @Test
    void equalsAnUndisturbedRunWhereverItIsKilled() throws IOException, SQLException {
        Path before = directory.resolve("before");
        export(before);
        remove(20261121);
        insert(20261121, 21, 50);
        Path undisturbed = copy(before, directory.resolve("undisturbed"));
        export(undisturbed);
        int last = operations;
        List<String> expected = read(undisturbed, TWEETS);

        for (int kill = 0; kill < 20; kill++) {
            Path lake = copy(before, directory.resolve("killed-" + kill));
            TestWarehouse.update(database, "INSERT INTO ops.changed_mart (date_key) VALUES (20261121)");
            int killedAt = 1 + kill * (last - 1) / 20;
            assertThatThrownBy(() -> export(lake, killedAt)).isInstanceOf(Killed.class);
            export(lake);

            assertThat(read(lake, TWEETS)).isEqualTo(expected);
            assertThat(filesIn(lake.resolve("marts"))).hasSameSizeAs(filesIn(undisturbed.resolve("marts")));
            assertThat(filesIn(lake.resolve("_hashlake/marts"))).allMatch(file -> file.contains("lease"));
        }
    }

    @Test
    void survivesABucketThatIsOutInBetween() throws Exception {
        export(directory.resolve("undisturbed"));
        int staging = operations / 2;
        try (S3Server server = S3Server.start(directory.resolve("s3"));
                S3Client client = S3Clients.create(bucket(server))) {
            ObjectStore store = new S3ObjectStore(client, bucket(server));
            for (int outAt = 1; outAt < staging; outAt += staging / 3) {
                int first = outAt;
                assertThatThrownBy(() -> export(interrupted(store, operation -> requireAnswer(operations < first))))
                        .hasMessage("no answer");
            }
            assertThatThrownBy(() -> export(interrupted(store, operation -> {
                        if (operation.equals("copy")) {
                            server.kill();
                        }
                    })))
                    .isInstanceOf(IOException.class);
            server.restart();
            export(store);

            Path lake = server.bucketDirectory(S3Server.BUCKET);
            assertThat(read(lake, TWEETS)).isEqualTo(readDatabase(TWEETS)).hasSize(600);
            assertThat(filesIn(lake.resolve("marts")))
                    .hasSameSizeAs(filesIn(directory.resolve("undisturbed").resolve("marts")));
            assertThat(filesIn(lake.resolve("_hashlake"))).allMatch(file -> file.contains("lease"));
            assertThat(notes()).isZero();
        }
    }

    private static Bucket bucket(S3Server server) {
        return TestS3.bucket(server);
    }

    private static void requireAnswer(boolean isThere) throws IOException {
        if (!isThere) {
            throw new IOException("no answer");
        }
    }

    private static Path copy(Path from, Path to) throws IOException {
        for (String file : filesIn(from)) {
            Files.createDirectories(to.resolve(file).getParent());
            Files.copy(from.resolve(file), to.resolve(file));
        }
        return to;
    }
}
