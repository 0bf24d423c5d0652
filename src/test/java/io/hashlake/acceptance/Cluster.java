package io.hashlake.acceptance;

import io.hashlake.servers.KafkaBroker;
import io.hashlake.servers.S3Server;
import io.hashlake.simulator.Simulator;
import io.hashlake.simulator.settings.SimulatorSettings;
import io.hashlake.warehouse.PreparedWarehouse;
import io.hashlake.warehouse.embedded.EmbeddedWarehouse;
import java.io.IOException;
import java.net.URI;
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
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** Everything that a system of several processes is made of, each of which can be killed and started again. */
final class Cluster implements AutoCloseable {

    static final String INGEST = "ingest";

    /** The property that puts the lake into a directory. */
    static final String LAKE = "hashlake.lake.directory";

    private static final int PARTITIONS = 6;

    final Simulator simulator;
    final KafkaBroker broker;
    final S3Server s3;
    private final Path directory;
    private final List<String> hashtags;
    private final Map<String, String> tuning;
    private final Map<String, HashlakeProcess> processes = new LinkedHashMap<>();
    private EmbeddedWarehouse postgres;

    /** @param tuning properties of every process; with {@value #LAKE} among them, there is no bucket */
    Cluster(Path directory, SimulatorSettings settings, Map<String, String> tuning)
            throws IOException, InterruptedException {
        this.directory = directory;
        this.tuning = tuning;
        this.hashtags = settings.world().hashtags();
        this.simulator = Simulator.start(settings, Clock.systemUTC(), 0);
        this.postgres = PreparedWarehouse.start(directory.resolve("postgres"));
        this.broker = new KafkaBroker(directory.resolve("kafka")).start();
        this.s3 = hasBucket() ? S3Server.start(Files.createDirectories(directory.resolve("s3"))) : null;
    }

    /** Starts a process whose name begins with its role, such as {@code lake-2}; not waited for. */
    void start(String name) throws IOException {
        Path home = Files.createDirectories(directory.resolve(name));
        Map<String, String> properties = new LinkedHashMap<>(common());
        switch (name.split("-")[0]) {
            case INGEST -> {
                properties.putAll(ingest());
                properties.putAll(x());
                Files.createDirectories(home.resolve("routes"));
                Files.writeString(home.resolve("routes/hashtags.yaml"), routes());
            }
            case "lake" -> properties.put("hashlake.roles", "lake");
            case "warehouse" -> {
                properties.put("hashlake.roles", "warehouse");
                properties.putAll(warehouse());
            }
            default -> throw new IllegalArgumentException(name);
        }
        processes.put(name, HashlakeProcess.start(home, properties));
    }

    /** What a process that publishes to Kafka is told. */
    Map<String, String> ingest() {
        Map<String, String> properties = new LinkedHashMap<>(common());
        properties.put("hashlake.roles", keepsPayloads() ? "ingest,raw" : "ingest");
        properties.putAll(warehouse());
        return properties;
    }

    /** What these processes have used so far. */
    Duration cpu(List<String> names) {
        return names.stream().map(name -> process(name).cpu()).reduce(Duration.ZERO, Duration::plus);
    }

    /** The names of the processes that run now and whose names begin so. */
    List<String> running(String role) {
        return processes.keySet().stream().filter(name -> name.startsWith(role)).toList();
    }

    HashlakeProcess process(String name) {
        return processes.get(name);
    }

    /** Starts again what has ended by itself, as whatever watches over processes does: without its database none starts. */
    void revive() throws IOException {
        for (String name : List.copyOf(processes.keySet())) {
            if (!processes.get(name).isAlive()) {
                start(name);
            }
        }
    }

    /** kill -9. */
    void kill(String name) throws InterruptedException {
        processes.get(name).kill();
    }

    /** Lets a process end as it should, and forgets it. */
    void stop(String name) throws InterruptedException {
        processes.remove(name).close();
    }

    void stopDatabase() throws IOException {
        postgres.close();
    }

    void startDatabase() throws IOException {
        int port = URI.create(postgres.jdbcUrl().substring("jdbc:".length())).getPort();
        postgres = EmbeddedWarehouse.start(directory.resolve("postgres"), port);
    }

    /** The lake as the bucket's server keeps it: one file an object. */
    Path lakeDirectory() {
        return hasBucket() ? s3.bucketDirectory(S3Server.BUCKET) : Path.of(tuning.get(LAKE));
    }

    LakeReader lake() throws SQLException {
        return new LakeReader(lakeDirectory());
    }

    /** How many records the sinks have not committed yet. */
    long lag() throws InterruptedException, ExecutionException {
        try (Admin admin = broker.admin()) {
            long lag = 0;
            for (String group : List.of("hashlake-lake", "hashlake-warehouse")) {
                lag += lag(admin, group);
            }
            return lag;
        }
    }

    private static long lag(Admin admin, String group) throws InterruptedException, ExecutionException {
        var committed = admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get();
        Set<TopicPartition> partitions = IntStream.range(0, PARTITIONS)
                .mapToObj(number -> new TopicPartition("hashlake-tweets", number))
                .collect(Collectors.toSet());
        var ends = admin.listOffsets(partitions.stream()
                        .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest())))
                .all()
                .get();
        return partitions.stream()
                .mapToLong(partition -> ends.get(partition).offset()
                        - (committed.get(partition) == null
                                ? 0
                                : committed.get(partition).offset()))
                .sum();
    }

    /** Every gap that was declared. */
    List<ChaosGap> gaps() throws SQLException {
        return query("select source, to_char(from_time at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"'),"
                        + " to_char(to_time at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') from ops.gap")
                .stream()
                .map(ChaosGap::parse)
                .toList();
    }

    /** Changes the warehouse itself. */
    void execute(String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Every row of a query to the warehouse, its columns in one line. */
    List<String> query(String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return LakeReader.lines(rows);
        }
    }

    @Override
    public void close() throws Exception {
        for (String name : new ArrayList<>(processes.keySet())) {
            stop(name);
        }
        simulator.close();
        if (s3 != null) {
            s3.close();
        }
        broker.close();
        postgres.close();
    }

    private Map<String, String> bucket() {
        return Map.of(
                "hashlake.s3.bucket", S3Server.BUCKET,
                "hashlake.s3.endpoint", s3.endpoint().toString(),
                "hashlake.s3.access-key", S3Server.ACCESS_KEY,
                "hashlake.s3.secret-key", S3Server.SECRET_KEY);
    }

    private boolean hasBucket() {
        return !tuning.containsKey(LAKE);
    }

    /** As much as is said of how. */
    private boolean keepsPayloads() {
        return tuning.keySet().stream().anyMatch(key -> key.startsWith("hashlake.raw."));
    }

    private Map<String, String> common() {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("hashlake.kafka.brokers", broker.address());
        properties.put("hashlake.kafka.partitions", Integer.toString(PARTITIONS));
        properties.putAll(hasBucket() ? bucket() : Map.of());
        properties.putAll(tuning);
        return properties;
    }

    private Map<String, String> warehouse() {
        return Map.of(
                "hashlake.warehouse.jdbc-url", postgres.jdbcUrl(),
                "hashlake.warehouse.username", postgres.user(),
                "hashlake.warehouse.password", postgres.password());
    }

    private Map<String, String> x() {
        return Map.of(
                "hashlake.x.bearer-token", "test",
                "hashlake.x.base-url", simulator.baseUri().toString(),
                "hashlake.x.read-timeout", "3s",
                "hashlake.x.total-timeout", "5s",
                "hashlake.stream.silence", "3s",
                "hashlake.stream.rule-delay", "1s",
                "hashlake.stream.lateness", "3s",
                "hashlake.gaps.delay", "1s",
                "hashlake.gaps.pages", "50",
                "hashlake.gaps.listed-after", "1s");
    }

    private String routes() {
        return hashtags.stream().map(tag -> """
                        - templatedRoute:
                            routeId: %1$s
                            routeTemplateRef: x-stream
                            parameters:
                              - name: hashtag
                                value: %1$s
                        """.formatted(tag)).collect(Collectors.joining());
    }
}
