package io.hashlake.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.hashlake.TestConfig;
import io.hashlake.camel.XComponent;
import io.hashlake.camel.XServices;
import io.hashlake.core.Cursors;
import io.hashlake.core.Sink;
import io.hashlake.files.FileOutcome;
import io.hashlake.files.FileSettings;
import io.hashlake.files.FileSource;
import io.hashlake.index.IndexConfig;
import io.hashlake.index.IndexServer;
import io.hashlake.index.IndexSink;
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
import io.hashlake.servers.SearchServer;
import io.hashlake.source.Sources;
import io.hashlake.text.LanguageDetector;
import io.hashlake.text.SentimentScorer;
import io.hashlake.text.TextAnalyzer;
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
import java.time.Clock;
import java.time.Duration;
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

    private final PageTemplates templates;
    private final Path directory;
    private final DataSource database;
    private final Meters meters = new Meters(new SimpleMeterRegistry());

    private Bench(PageTemplates templates, Path directory, DataSource database) {
        this.templates = templates;
        this.directory = directory;
        this.database = database;
    }

    public static void main(String[] args) throws Exception {
        LogContext.getLogContext().getLogger("").setLevel(Level.WARNING);
        Path directory = Path.of("target", "bench", Long.toString(System.currentTimeMillis()))
                .toAbsolutePath();
        Files.createDirectories(directory);
        try (PageTemplates templates = new PageTemplates();
                EmbeddedWarehouse postgres = EmbeddedWarehouse.start(directory.resolve("postgres"))) {
            Bench bench = new Bench(templates, directory, BenchDatabase.migrated(postgres));
            bench.parse(POSTS / 5);
            for (String stage : STAGES.split(",")) {
                bench.run(stage);
            }
            System.out.printf("peak resident memory of the JVM: %,d MB%n", Measurement.peakResidentMegabytes());
        }
        System.exit(0);
    }

    private void run(String stage) throws Exception {
        switch (stage) {
            case "parse" -> parse(POSTS);
            case "replay" -> replay(POSTS);
            case "lake" -> lake(POSTS);
            case "warehouse" -> warehouse(POSTS);
            case "index" -> index(POSTS);
            case "end-to-end" -> endToEnd(POSTS);
            default -> throw new IllegalArgumentException("there is no stage '" + stage + "'");
        }
    }

    private void parse(long posts) {
        Measurement measurement = new Measurement();
        eachPage(posts, tweets -> {});
        measurement.print("parse", posts);
    }

    /** A file with a post a line, to a sink that takes everything at once. */
    private void replay(long posts) throws Exception {
        Path file = directory.resolve("posts.jsonl");
        BenchFile.write(file, templates, posts);
        for (int run = 1; run <= 2; run++) {
            Measurement measurement = new Measurement();
            FileOutcome outcome = new FileSource(List::of, new NoCursors(), FileSettings.DEFAULT, CLOCK)
                    .read(file, batch -> CompletableFuture.completedFuture(null), progress -> {})
                    .toCompletableFuture()
                    .join();
            measurement.print(
                    "replay " + Files.size(file) / 1_000_000 + " MB",
                    outcome.progress().tweets());
        }
        Files.delete(file);
    }

    private void lake(long posts) throws IOException {
        LocalObjectStore store = new LocalObjectStore(directory.resolve("lake-alone"));
        sink(
                "parse + lake",
                posts,
                new LakeSink(store, TestConfig.of(LakeConfig.class), new NoCursors(), rejected -> {}, CLOCK));
    }

    private void warehouse(long posts) throws IOException {
        sink("parse + warehouse", posts, new WarehouseSink(database, rejected -> {}, CLOCK));
    }

    /** OpenSearch shares the machine, with a heap of 1 GB. */
    private void index(long posts) throws Exception {
        try (SearchServer server = SearchServer.start(directory.resolve("opensearch"), 1_024)) {
            IndexServer index = new IndexServer(TestConfig.of(IndexConfig.class, "url=" + server.url(), "alias=bench"));
            Duration before = server.cpu();
            sink("parse + index", posts, new IndexSink(index, rejected -> {}, CLOCK));
            double cpu = server.cpu().minus(before).toMillis() / 1e3;
            server.send("POST", "/bench-*/_forcemerge?max_num_segments=1", null);
            JsonNode store =
                    server.send("GET", "/bench-*/_stats/docs,store", null).at("/_all/primaries");
            System.out.printf(
                    "per million: %.1f CPU-s in OpenSearch, %,d documents, %,d MB merged%n",
                    cpu / (posts / 1e6),
                    store.at("/docs/count").asLong(),
                    store.at("/store/size_in_bytes").asLong() / 1_000_000);
        }
    }

    /** Batches of 5,000, which is what piles up while a commit is under way. */
    private void sink(String name, long posts, Sink sink) throws IOException {
        Measurement measurement = new Measurement();
        try (sink) {
            sink.open();
            BatchFeeder feeder = new BatchFeeder(sink, 5_000);
            eachPage(posts, feeder::add);
            feeder.finish();
        }
        measurement.print(name, posts);
    }

    private void eachPage(long posts, Consumer<List<Tweet>> action) {
        BenchSearch search = new BenchSearch(templates, posts);
        List<SearchQuery> queries = BenchQueries.packed(templates.hashtags());
        for (int i = 0; search.served() < posts; i++) {
            SearchQuery query = queries.get(i % queries.size());
            String token = null;
            do {
                SearchRequest request =
                        new SearchRequest("bench", SearchRequest.Scope.RECENT, query.text(), 0, 0, token, 100);
                SearchPage page = ((ApiResult.Ok<SearchPage>) search.search(request)).value();
                action.accept(BenchQueries.attributed(page.tweets(), query));
                token = page.nextToken().orElse(null);
            } while (token != null && search.served() < posts);
        }
    }

    private void endToEnd(long posts) throws Exception {
        BenchSearch search = new BenchSearch(templates, posts);
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
            Measurement measurement = new Measurement();
            route(
                    camel,
                    new XServices(
                            search, null, cursors, new JdbcGaps(database, CLOCK), SpendGuard.NONE, new XTime(CLOCK)),
                    lake,
                    warehouse);
            camel.start();
            Awaitility.await().forever().until(() -> search.served() >= posts);
            lake.commitAtOnce();
            Awaitility.await().forever().until(() -> lake.isIdle() && warehouse.isIdle());
            measurement.print("end to end", posts);
        }
    }

    private void route(DefaultCamelContext camel, XServices services, SinkWorker lake, SinkWorker warehouse)
            throws IOException {
        camel.addComponent("x", new XComponent(services, new Sources()));
        Path letters = directory.resolve("letters");
        camel.getRegistry().bind("lake", lake);
        camel.getRegistry().bind("warehouse", warehouse);
        camel.getRegistry().bind("received", new ReceivedTweets(meters, io.hashlake.core.BatchTracer.NONE));
        TextAnalyzer analyzer = new TextAnalyzer(LanguageDetector.NONE, SentimentScorer.NONE);
        camel.getRegistry().bind("text", new AnalysedBatches(analyzer, List::of, meters));
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
        Files.writeString(routes.resolve("hashtags.yaml"), BenchQueries.routes(templates.hashtags()));
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
