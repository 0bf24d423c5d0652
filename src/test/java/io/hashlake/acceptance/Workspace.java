package io.hashlake.acceptance;

import static org.awaitility.Awaitility.await;

import io.hashlake.simulator.Simulator;
import io.hashlake.simulator.settings.SimulatorSettings;
import io.hashlake.warehouse.PreparedWarehouse;
import io.hashlake.warehouse.embedded.EmbeddedWarehouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.awaitility.core.ConditionFactory;

/** A directory, a simulated X and a PostgreSQL, all of which outlive the application's processes. */
final class Workspace implements AutoCloseable {

    final Path directory;
    final Simulator simulator;
    EmbeddedWarehouse postgres;
    private final List<String> hashtags;

    Workspace(Path directory, SimulatorSettings settings) throws IOException {
        this(directory, settings, Clock.systemUTC());
    }

    /** @param clock the simulated X's */
    Workspace(Path directory, SimulatorSettings settings, Clock clock) throws IOException {
        this.directory = directory;
        this.hashtags = settings.world().hashtags();
        this.simulator = Simulator.start(settings, clock, 0);
        this.postgres = PreparedWarehouse.start(directory.resolve("postgres"));
        Files.createDirectories(directory.resolve("routes"));
        follow(hashtags);
    }

    /** Follows these hashtags and no others; a running process notices. */
    void follow(List<String> followed) throws IOException {
        Files.writeString(directory.resolve("routes/hashtags.yaml"), routes(followed));
    }

    HashlakeProcess start(Map<String, String> more, String... arguments) throws IOException {
        Map<String, String> properties = new LinkedHashMap<>(Map.of(
                "hashlake.x.bearer-token", "test",
                "hashlake.x.base-url", simulator.baseUri().toString(),
                "hashlake.x.read-timeout", "3s",
                "hashlake.x.total-timeout", "5s",
                "hashlake.search.delay", "1s",
                "hashlake.search.look-back", "1h",
                "hashlake.lake.rotation-age", "1s",
                "hashlake.warehouse.jdbc-url", postgres.jdbcUrl(),
                "hashlake.warehouse.username", postgres.user(),
                "hashlake.warehouse.password", postgres.password()));
        properties.putAll(more);
        return HashlakeProcess.start(directory, properties, List.of(arguments));
    }

    /** On the same port, with the same data. */
    void restartPostgres() throws IOException {
        int port = java.net
                .URI
                .create(postgres.jdbcUrl().substring("jdbc:".length()))
                .getPort();
        postgres = EmbeddedWarehouse.start(directory.resolve("postgres"), port);
    }

    LakeReader lake() throws SQLException {
        return new LakeReader(directory.resolve("data/lake"));
    }

    /** To wait for the lake: files may be taken back and written again while DuckDB reads them, and it then misses one. */
    static ConditionFactory awaitLake(Duration atMost) {
        return await().atMost(atMost)
                .pollInterval(Duration.ofSeconds(1))
                .ignoreExceptionsInstanceOf(SQLException.class);
    }

    /** Every row that the lake should have, as {@code hashtag/id}. */
    List<String> trueRows() {
        return hashtags.stream()
                .flatMap(tag -> simulator.truth("#" + tag).stream().map(post -> tag + "/" + post.id()))
                .sorted()
                .toList();
    }

    /** The first column of a query to the warehouse. */
    List<String> warehouse(String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection =
                        DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    void execute(String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws IOException {
        simulator.close();
        postgres.close();
    }

    private static String routes(List<String> hashtags) {
        return hashtags.stream().map(tag -> """
                        - templatedRoute:
                            routeId: %1$s
                            routeTemplateRef: x-search
                            parameters:
                              - name: hashtag
                                value: %1$s
                        """.formatted(tag)).collect(Collectors.joining());
    }
}
