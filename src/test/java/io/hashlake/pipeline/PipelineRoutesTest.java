package io.hashlake.pipeline;

import static io.hashlake.tweet.TweetSamples.tweet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.hashlake.camel.XComponent;
import io.hashlake.camel.XServices;
import io.hashlake.files.FileSettings;
import io.hashlake.files.FileSource;
import io.hashlake.observability.Meters;
import io.hashlake.pipeline.bus.ReceivedTweets;
import io.hashlake.pipeline.inbox.Inbox;
import io.hashlake.pipeline.inbox.InboxFilter;
import io.hashlake.pipeline.route.RouteFile;
import io.hashlake.pipeline.sink.FakeSink;
import io.hashlake.pipeline.sink.SinkInput;
import io.hashlake.pipeline.sink.SinkWorker;
import io.hashlake.source.FakeCursors;
import io.hashlake.source.Sources;
import io.hashlake.text.LanguageDetector;
import io.hashlake.text.SentimentScorer;
import io.hashlake.text.TextAnalyzer;
import io.hashlake.tweet.Hashtag;
import io.hashlake.tweet.Snowflake;
import io.hashlake.tweet.TextAnalysis;
import io.hashlake.x.client.FakeSearch;
import io.hashlake.x.client.XTime;
import io.hashlake.x.spend.SpendGuard;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.util.concurrent.SynchronousExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The built-in routes, with a search and sinks in memory. */
class PipelineRoutesTest {

    private final Meters meters = new Meters(new SimpleMeterRegistry());
    private final FakeSearch search = new FakeSearch();
    private final FakeCursors cursors = new FakeCursors();
    private final FakeSink lake = new FakeSink();
    private final FakeSink warehouse = new FakeSink();
    private final List<SinkWorker> workers = List.of(
            new SinkWorker(lake, 1000, meters, Clock.systemUTC()),
            new SinkWorker(warehouse, 1000, meters, Clock.systemUTC()));
    private FileSource files;
    private final DefaultCamelContext camel = new DefaultCamelContext();

    @TempDir
    Path directory;

    private final long now = Snowflake.firstAt(Instant.now().minusSeconds(60));

    @BeforeEach
    void prepare() {
        XComponent x = new XComponent(
                new XServices(search, null, cursors, gap -> {}, SpendGuard.NONE, new XTime(Clock.systemUTC())),
                new Sources());
        camel.addComponent("x", x);
        Path letters = directory.resolve("letters");
        camel.getRegistry().bind("lake", new SinkInput(workers.get(0)::write));
        camel.getRegistry().bind("warehouse", new SinkInput(workers.get(1)::write));
        camel.getRegistry().bind("received", new ReceivedTweets(meters, io.hashlake.core.BatchTracer.NONE));
        camel.getRegistry()
                .bind(
                        "text",
                        new AnalysedBatches(
                                new TextAnalyzer(LanguageDetector.NONE, SentimentScorer.NONE),
                                () -> List.of(Hashtag.of("covid19")),
                                meters));
        camel.getRegistry().bind("deadLetters", new DeadLetterFiles(letters, meters));
        camel.getRegistry().bind("sameThread", new SynchronousExecutorService());
        files = new FileSource(() -> List.of(Hashtag.of("covid19")), cursors, FileSettings.DEFAULT, Clock.systemUTC());
        camel.getRegistry().bind("files", new Inbox(files, meters, Clock.systemUTC()));
        camel.getRegistry().bind("inboxFilter", new InboxFilter(Clock.systemUTC()));
        Properties properties = new Properties();
        properties.put("bus.recipients", Deployment.alone().recipients());
        properties.put("hashlake.search.delay", "1s");
        properties.put("hashlake.search.look-back", "15m");
        properties.put("hashlake.search.settling", "60s");
        properties.put("hashlake.dead-letter.directory", letters.toString());
        properties.put("hashlake.files.directory", directory.resolve("inbox").toString());
        camel.getPropertiesComponent().setInitialProperties(properties);
        workers.forEach(SinkWorker::start);
    }

    @AfterEach
    void stop() {
        files.stop();
        camel.stop();
        workers.forEach(SinkWorker::close);
    }

    @Test
    void aPostGoesFromTheSearchToEverySinkAndThenTheCursorMoves() throws Exception {
        search.posts.add(tweet(now, "covid19"));
        start();
        await().until(() -> ("search:" + now).equals(cursors.positions.get("covid19")));
        assertThat(lake.committed).containsExactly(now);
        assertThat(warehouse.committed).containsExactly(now);
    }

    @Test
    void whatEverySinkHasTakenOfASearchIsNotHeldInMemoryUntilItIsCommitted() throws Exception {
        search.posts.add(tweet(now, "covid19"));
        assertTakenIsCollected();
    }

    @Test
    void whatEverySinkHasTakenOfAFileIsNotHeldInMemoryUntilItIsCommitted() throws Exception {
        Files.writeString(
                Files.createDirectories(directory.resolve("inbox")).resolve("posts.jsonl"), """
                {"id":"%d","text":"x #covid19","author_id":"5","created_at":"2026-11-22T12:00:00.000Z"}
                """.formatted(now));
        assertTakenIsCollected();
    }

    private void assertTakenIsCollected() throws Exception {
        lake.due = false;
        warehouse.due = false;
        start();
        await().until(() -> lake.lastBatch != null && warehouse.lastBatch != null);
        await().until(() -> {
            System.gc();
            return lake.lastBatch.get() == null && warehouse.lastBatch.get() == null;
        });
        assertThat(lake.committed).isEmpty();
        lake.due = true;
        warehouse.due = true;
        await().until(() -> lake.committed.contains(now) && warehouse.committed.contains(now));
    }

    @Test
    void theCursorStaysWhileOneSinkIsOutAndTheOtherGoesOn() throws Exception {
        start();
        await().until(() -> lake.opened && warehouse.opened);
        lake.out = true;
        search.posts.add(tweet(now, "covid19"));
        await().until(() -> warehouse.committed.contains(now));
        assertThat(cursors.positions.get("covid19")).isNotEqualTo(("search:" + now));
        lake.out = false;
        await().until(() -> ("search:" + now).equals(cursors.positions.get("covid19")));
        assertThat(lake.committed).containsExactly(now);
    }

    @Test
    void aDeadLetterThatIsPutIntoTheReplayDirectoryIsReadAgain() throws Exception {
        start();
        Path replay = Files.createDirectories(directory.resolve("letters/replay"));
        Files.writeString(replay.resolve("letters.jsonl"), """
                {"at":"2026-11-22T12:00:00Z","origin":"covid19","stage":"parse","reason":"r","payload":"{\\"id\\":\\"%d\\",\\"text\\":\\"x\\",\\"author_id\\":\\"5\\",\\"created_at\\":\\"2026-11-22T12:00:00.000Z\\",\\"entities\\":{\\"hashtags\\":[{\\"start\\":0,\\"end\\":1,\\"tag\\":\\"covid19\\"}]}}"}
                not JSON
                """.formatted(now));
        await().until(() -> Files.exists(replay.resolve("done/letters.jsonl")));
        assertThat(lake.committed).containsExactly(now);
        assertThat(warehouse.committed).containsExactly(now);
        assertThat(cursors.positions).anySatisfy((origin, position) -> {
            assertThat(origin).startsWith("file-letters.jsonl-");
            assertThat(position).startsWith("file:2:");
        });
        assertThat(meters.total("dead.letters")).isEqualTo(1);
    }

    @Test
    void aFileInTheInboxIsReadAndMovedToDone() throws Exception {
        Path inbox = Files.createDirectories(directory.resolve("inbox"));
        start();
        Files.writeString(
                inbox.resolve("posts.jsonl"),
                "{\"id\":\"%d\",\"text\":\"x\",\"author_id\":\"5\",\"created_at\":\"2026-11-22T12:00:00.000Z\"}\nbad\n"
                        .formatted(now));
        Files.writeString(inbox.resolve("wide.json"), "x", StandardCharsets.UTF_16);
        Files.writeString(inbox.resolve("notes.txt"), "x");

        await().until(() ->
                Files.exists(inbox.resolve("done/posts.jsonl")) && Files.exists(inbox.resolve("failed/wide.json")));

        assertThat(lake.committed).containsExactly(now);
        assertThat(meters.total("dead.letters")).isEqualTo(2);
        assertThat(meters.total("files")).isEqualTo(2);
        assertThat(meters.total("file.bytes")).isPositive();
        assertThat(inbox.resolve("notes.txt")).exists();
    }

    @Test
    void filesOfOneNameAreAllReadAndAllKept() throws Exception {
        Path inbox = Files.createDirectories(directory.resolve("inbox"));
        start();
        for (int i = 0; i < 3; i++) {
            long id = now + i;
            Path written = Files.writeString(
                    directory.resolve("posts"),
                    "{\"id\":\"%d\",\"text\":\"x\",\"author_id\":\"5\",\"created_at\":\"2026-11-22T12:00:00.000Z\"}\n"
                            .formatted(id));
            Files.move(written, inbox.resolve("posts.jsonl"));
            String kept = i == 0 ? "done/posts.jsonl" : "done/posts-" + (i + 1) + ".jsonl";
            await().until(() -> Files.exists(inbox.resolve(kept)) && Files.notExists(inbox.resolve("posts.jsonl")));
            assertThat(inbox.resolve(kept)).content().contains("\"" + id + "\"");
        }
        assertThat(lake.committed).containsExactlyInAnyOrder(now, now + 1, now + 2);
        assertThat(meters.total("files")).isEqualTo(3);
    }

    @Test
    void textsAreAnalysedBeforeTheyReachASink() throws Exception {
        start();
        Files.writeString(
                Files.createDirectories(directory.resolve("inbox")).resolve("posts.jsonl"), """
                {"id":"%d","text":"RT @ana: &lt;3 vacina 💉 #COVID19 https://t.co/x","author_id":"5","lang":"pt",\
                "created_at":"2026-11-22T12:00:00.000Z"}
                """.formatted(now));

        await().until(() -> lake.committed.contains(now) && warehouse.committed.contains(now));
        assertThat(lake.tweets).isEqualTo(warehouse.tweets).singleElement().satisfies(tweet -> {
            assertThat(tweet.analysis()).isEqualTo(new TextAnalysis("<3 vacina COVID19", List.of("💉"), "pt", null));
            assertThat(tweet.entities().hashtags()).containsExactly(Hashtag.of("COVID19"));
            assertThat(tweet.followed()).containsExactly("covid19");
        });
    }

    @Test
    void aFileThatIsBeingWrittenIsLeftAlone() throws Exception {
        Path inbox = Files.createDirectories(directory.resolve("inbox"));
        Path file = inbox.resolve("posts.jsonl");
        start();
        Instant until = Instant.now().plusSeconds(4);
        long lines = 0;
        while (Instant.now().isBefore(until)) {
            String line =
                    "{\"id\":\"%d\",\"text\":\"x\",\"author_id\":\"5\",\"created_at\":\"2026-11-22T12:00:00.000Z\"}\n"
                            .formatted(++lines);
            Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            await().pollDelay(50, TimeUnit.MILLISECONDS).until(() -> true);
            assertThat(file).exists();
        }
        assertThat(lake.committed).isEmpty();

        await().until(() -> Files.exists(inbox.resolve("done/posts.jsonl")));
        assertThat(lake.committed).hasSize((int) lines);
    }

    @Test
    void aFileStaysWhereItIsWhenReadingIsStopped() throws Exception {
        Path inbox = Files.createDirectories(directory.resolve("inbox"));
        start();
        files.stop();
        Files.writeString(inbox.resolve("posts.jsonl"), "{\"id\":\"1\"}\n");

        await().until(() -> cursors.positions.keySet().stream().anyMatch(origin -> origin.startsWith("file-posts")));
        camel.stop();

        assertThat(inbox.resolve("posts.jsonl")).exists();
        assertThat(inbox.resolve("done")).doesNotExist();
        assertThat(meters.total("dead.letters")).isZero();
    }

    @Test
    void twoRoutesCannotReadFromOneSource() throws Exception {
        Path routes = Files.createDirectories(directory.resolve("routes"));
        Files.writeString(routes.resolve("more.yaml"), """
                - templatedRoute:
                    routeId: once-more
                    routeTemplateRef: x-search
                    parameters:
                      - name: hashtag
                        value: covid19
                      - name: delay
                        value: 5s
                """);
        assertThatThrownBy(this::start)
                .hasMessageContaining("more.yaml:6: 'covid19' is followed already, in built-in hashtags.yaml:7");
    }

    @Test
    void aRouteThatCamelRefusesIsNamedWithItsFile() {
        RouteFile wrong = new RouteFile(
                "mine.yaml",
                "routes/mine.yaml",
                "- route:\n    id: a\n    description: b\n    from:\n      uri: direct:a\n      steps:\n        - too: x\n");
        assertThatThrownBy(() -> RouteLoader.load(camel, List.of(wrong)))
                .hasMessageContaining("routes/mine.yaml")
                .hasMessageContaining("too");
    }

    private void start() throws Exception {
        RouteLoader.load(camel, RouteFiles.in(directory.resolve("routes"), Deployment.alone()));
        camel.start();
    }
}
