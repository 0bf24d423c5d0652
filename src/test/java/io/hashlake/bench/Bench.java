package io.hashlake.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.hashlake.TestConfig;
import io.hashlake.camel.XComponent;
import io.hashlake.camel.XServices;
import io.hashlake.core.Cursors;
import io.hashlake.core.Sink;
import io.hashlake.files.FileSettings;
import io.hashlake.files.FileSource;
import io.hashlake.index.IndexConfig;
import io.hashlake.index.IndexServer;
import io.hashlake.index.IndexSink;
import io.hashlake.kinesis.KinesisConfig;
import io.hashlake.kinesis.KinesisSink;
import io.hashlake.kinesis.KinesisStream;
import io.hashlake.lake.commit.LakeConfig;
import io.hashlake.lake.commit.LakeSink;
import io.hashlake.lake.store.LocalObjectStore;
import io.hashlake.observability.Meters;
import io.hashlake.pipeline.AnalysedBatches;
import io.hashlake.pipeline.DeadLetterFiles;
import io.hashlake.pipeline.Deployment;
import io.hashlake.pipeline.RouteFiles;
import io.hashlake.pipeline.RouteLoader;
import io.hashlake.pipeline.bus.ReceivedTweets;
import io.hashlake.pipeline.inbox.Inbox;
import io.hashlake.pipeline.sink.CursorWriter;
import io.hashlake.pipeline.sink.SinkWorker;
import io.hashlake.servers.KinesisServer;
import io.hashlake.servers.SearchServer;
import io.hashlake.source.Sources;
import io.hashlake.text.LanguageDetector;
import io.hashlake.text.TextAnalyzer;
import io.hashlake.text.sentiment.LexiconSentiment;
import io.hashlake.tweet.Tweet;
import io.hashlake.warehouse.embedded.EmbeddedWarehouse;
import io.hashlake.warehouse.ledger.JdbcCursors;
import io.hashlake.warehouse.ledger.JdbcGaps;
import io.hashlake.warehouse.sink.WarehouseSink;
import io.hashlake.x.client.ApiResult;
import io.hashlake.x.client.SearchRequest;
import io.hashlake.x.client.XTime;
import io.hashlake.x.json.SearchPage;
import io.hashlake.x.query.SearchQuery;
import io.hashlake.x.spend.SpendGuard;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.logging.Level;
import javax.sql.DataSource;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.util.concurrent.SynchronousExecutorService;
import org.awaitility.Awaitility;
import org.jboss.logmanager.LogContext;

/** Measures each stage by itself and then all of them, routes included. */
public final class Bench {

    private static final long POSTS = Long.getLong("hashlake.bench.posts", 1_000_000);
    private static final String STAGES =
            System.getProperty("hashlake.bench.stages", "parse,replay,lake,warehouse,end-to-end,end-to-end");
    private static final Clock CLOCK = Clock.systemUTC();

    private final BenchPages pages;
    private final Path directory;
    private final DataSource database;
    private final ProcessTree postgres;
    private final BenchReport report;
    private final TextAnalyzer text = new TextAnalyzer(LanguageDetector.NONE, LexiconSentiment.load());
    private final Meters meters = new Meters(new SimpleMeterRegistry());

    private Bench(BenchPages pages, Path directory, DataSource database, BenchReport report) throws IOException {
        this.pages = pages;
        this.directory = directory;
        this.database = database;
        this.postgres = ProcessTree.ofServer(directory.resolve("postgres/cluster"));
        this.report = report;
    }

    public static void main(String[] args) throws Exception {
        LogContext.getLogContext().getLogger("").setLevel(Level.WARNING);
        Path directory = Path.of("target", "bench", Long.toString(System.currentTimeMillis()))
                .toAbsolutePath();
        BenchReport report = BenchReport.comparedWith(System.getProperty("hashlake.bench.baseline", ""));
        BenchPages pages = BenchPages.write(directory.resolve("pages"), POSTS);
        try (EmbeddedWarehouse postgres = EmbeddedWarehouse.start(directory.resolve("postgres"))) {
            Bench bench = new Bench(pages, directory, BenchDatabase.migrated(postgres), report);
            for (String stage : STAGES.split(",")) {
                bench.run(stage);
            }
        }
        report.print();
        System.exit(0);
    }

    private void run(String stage) throws Exception {
        String name = report.nameOf(stage);
        Path file = directory.resolve(name.replaceAll("\\W+", "-") + ".jfr");
        try (FlightRecording recording = FlightRecording.start(file)) {
            switch (stage) {
                case "parse" -> parse(name);
                case "replay" -> replay(name);
                case "lake" -> lake(name);
                case "warehouse" -> warehouse(name);
                case "index" -> index(name);
                case "kinesis" -> kinesis(name);
                case "end-to-end" -> endToEnd(name);
                default -> throw new IllegalArgumentException("there is no stage '" + stage + "'");
            }
        }
    }

    private void parse(String stage) throws IOException {
        Measurement measurement = new Measurement();
        eachPage(tweets -> {});
        report.add(measurement.result(stage, POSTS));
    }

    /** A file with a post a line, to a sink that takes everything at once. */
    private void replay(String stage) throws Exception {
        Path file = directory.resolve("posts.jsonl");
        BenchFile.write(file, POSTS);
        Measurement measurement = new Measurement();
        new FileSource(List::of, new NoCursors(), FileSettings.DEFAULT, CLOCK)
                .read(file, batch -> CompletableFuture.completedFuture(null), progress -> {})
                .toCompletableFuture()
                .join();
        report.add(measurement.result(stage, POSTS));
        Files.delete(file);
    }

    private void lake(String stage) throws IOException {
        LocalObjectStore store = new LocalObjectStore(directory.resolve("lake-alone"));
        sink(
                stage,
                new LakeSink(store, TestConfig.of(LakeConfig.class), new NoCursors(), rejected -> {}, CLOCK),
                new Measurement());
    }

    private void warehouse(String stage) throws IOException {
        sink(stage, new WarehouseSink(database, rejected -> {}, CLOCK), new Measurement(postgres));
    }

    /** OpenSearch shares the machine, with a heap of 1 GB. */
    private void index(String stage) throws Exception {
        try (SearchServer server = SearchServer.start(directory.resolve("opensearch"), 1_024)) {
            IndexServer index = new IndexServer(TestConfig.of(IndexConfig.class, "url=" + server.url(), "alias=bench"));
            sink(stage, new IndexSink(index, rejected -> {}, CLOCK), new Measurement(new ProcessTree(server.pid())));
            server.send("POST", "/bench-*/_forcemerge?max_num_segments=1", null);
            JsonNode store =
                    server.send("GET", "/bench-*/_stats/docs,store", null).at("/_all/primaries");
            System.out.printf(
                    "%,d documents, %,d MB merged%n",
                    store.at("/docs/count").asLong(),
                    store.at("/store/size_in_bytes").asLong() / 1_000_000);
        }
    }

    /** A stream of one shard, which takes what it is given: what is measured is the JVM's share. */
    private void kinesis(String stage) throws Exception {
        try (KinesisServer server = KinesisServer.start(directory.resolve("kinesalite"))) {
            server.create("bench", 1);
            KinesisConfig config = TestConfig.of(
                    KinesisConfig.class,
                    "stream=bench",
                    "endpoint=" + server.endpoint(),
                    "access-key=" + KinesisServer.ACCESS_KEY,
                    "secret-key=" + KinesisServer.SECRET_KEY);
            KinesisStream stream = KinesisStream.of(config).orElseThrow();
            sink(stage, new KinesisSink(stream, rejected -> {}, CLOCK), new Measurement());
        }
    }

    /** Batches of 5,000, which is what piles up while a commit is under way. */
    private void sink(String stage, Sink sink, Measurement measurement) throws IOException {
        try (sink) {
            sink.open();
            BatchFeeder feeder = new BatchFeeder(sink, 5_000, measurement::committed);
            eachPage(tweets -> feeder.add(analysed(tweets)));
            feeder.finish();
        }
        report.add(measurement.result(stage, POSTS));
    }

    private void eachPage(Consumer<List<Tweet>> action) {
        BenchSearch search = new BenchSearch(pages, POSTS);
        for (String query : pages.queries()) {
            String token = null;
            do {
                SearchRequest request = new SearchRequest("bench", SearchRequest.Scope.RECENT, query, 0, 0, token, 100);
                SearchPage page = ((ApiResult.Ok<SearchPage>) search.search(request)).value();
                action.accept(BenchQueries.attributed(page.tweets(), new SearchQuery(query)));
                token = page.nextToken().orElse(null);
            } while (token != null);
        }
    }

    private void endToEnd(String stage) throws Exception {
        BenchSearch search = new BenchSearch(pages, POSTS);
        CursorWriter cursors = new CursorWriter(new JdbcCursors(database, CLOCK));
        LocalObjectStore store = new LocalObjectStore(directory.resolve("lake-" + System.nanoTime()));
        LakeSink lakeSink = new LakeSink(store, TestConfig.of(LakeConfig.class), cursors, rejected -> {}, CLOCK);
        WarehouseSink warehouseSink = new WarehouseSink(database, rejected -> {}, CLOCK);
        try (cursors;
                SinkWorker lake = new SinkWorker(lakeSink, 50_000, meters, CLOCK);
                SinkWorker warehouse = new SinkWorker(warehouseSink, 20_000, meters, CLOCK);
                DefaultCamelContext camel = new DefaultCamelContext()) {
            lake.start();
            warehouse.start();
            Measurement measurement = new Measurement(postgres);
            route(
                    camel,
                    new XServices(
                            search, null, cursors, new JdbcGaps(database, CLOCK), SpendGuard.NONE, new XTime(CLOCK)),
                    lake,
                    warehouse);
            long before = newestId();
            camel.start();
            Awaitility.await().forever().until(() -> newestId() > before);
            measurement.committed();
            Awaitility.await().forever().until(() -> search.served() >= POSTS);
            lake.commitAtOnce();
            Awaitility.await().forever().until(() -> lake.isIdle() && warehouse.isIdle());
            report.add(measurement.result(stage, POSTS));
        }
    }

    private List<Tweet> analysed(List<Tweet> tweets) {
        return tweets.stream().map(tweet -> tweet.analysed(text.analyse(tweet))).toList();
    }

    private long newestId() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet newest = statement.executeQuery("SELECT coalesce(max(id), 0) FROM twitter.tweet")) {
            newest.next();
            return newest.getLong(1);
        }
    }

    private void route(DefaultCamelContext camel, XServices services, SinkWorker lake, SinkWorker warehouse)
            throws IOException {
        camel.addComponent("x", new XComponent(services, new Sources()));
        Path letters = directory.resolve("letters");
        camel.getRegistry().bind("lake", lake);
        camel.getRegistry().bind("warehouse", warehouse);
        camel.getRegistry().bind("received", new ReceivedTweets(meters, io.hashlake.core.BatchTracer.NONE));
        camel.getRegistry().bind("text", new AnalysedBatches(text, List::of, meters));
        camel.getRegistry().bind("deadLetters", new DeadLetterFiles(letters, meters));
        camel.getRegistry()
                .bind(
                        "files",
                        new Inbox(
                                new FileSource(List::of, services.cursors(), FileSettings.DEFAULT, CLOCK),
                                meters,
                                CLOCK));
        camel.getRegistry().bind("sameThread", new SynchronousExecutorService());
        Properties properties = new Properties();
        properties.put("bus.recipients", Deployment.alone().recipients());
        properties.put("hashlake.search.delay", "1s");
        properties.put("hashlake.search.look-back", "15m");
        properties.put("hashlake.search.settling", "60s");
        properties.put("hashlake.dead-letter.directory", letters.toString());
        properties.put("hashlake.files.directory", directory.resolve("inbox").toString());
        camel.getPropertiesComponent().setInitialProperties(properties);
        Path routes = Files.createDirectories(directory.resolve("routes"));
        Files.writeString(routes.resolve("hashtags.yaml"), BenchQueries.routes(PostGenerator.hashtags()));
        RouteLoader.load(camel, RouteFiles.in(routes, Deployment.alone()));
    }

    /** The lake alone needs none. */
    private static final class NoCursors implements Cursors {

        @Override
        public Optional<String> position(String origin) {
            return Optional.empty();
        }

        @Override
        public void advance(String origin, String position) {
            // nobody asks
        }
    }
}
