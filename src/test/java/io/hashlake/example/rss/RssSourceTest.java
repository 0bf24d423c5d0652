package io.hashlake.example.rss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.hashlake.core.TweetBatch;
import io.hashlake.pipeline.RouteLoader;
import io.hashlake.pipeline.route.RouteFile;
import io.hashlake.source.FakeCursors;
import io.hashlake.source.Source;
import io.hashlake.source.SourceStatus;
import io.hashlake.source.Sources;
import io.hashlake.tweet.Tweet;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RssSourceTest {

    private static final String FIRST = item("1", "First", "Sun, 22 Nov 2026 12:00:00 GMT");
    private static final String SECOND = item("2", "Second", "Sun, 22 Nov 2026 13:00:00 GMT");
    private static final String OF_THE_SAME_TIME = item("3", "Third", "Sun, 22 Nov 2026 13:00:00 GMT");

    @TempDir
    Path directory;

    private final Sources sources = new Sources();
    private final FakeCursors cursors = new FakeCursors();
    private final List<TweetBatch> batches = new CopyOnWriteArrayList<>();
    private volatile boolean isSinkOut;
    private Path file;
    private DefaultCamelContext camel;

    @BeforeEach
    void start() throws Exception {
        file = directory.resolve("news.xml");
        camel = started(route("news", "news"));
    }

    @AfterEach
    void stop() {
        camel.stop();
    }

    @Test
    void everyItemComesOnceAndThenTheCursorMoves() throws Exception {
        write(FIRST);
        await().until(() -> texts().equals(List.of("First")));
        write(SECOND, FIRST);
        await().until(() -> texts().equals(List.of("First", "Second")));
        write(OF_THE_SAME_TIME, SECOND, FIRST);
        await().until(() -> texts().equals(List.of("First", "Second", "Third")));

        assertThat(batches.get(1).start()).isEqualTo(batches.get(0).end());
        await().until(() -> batches.get(1).end().equals(cursors.positions.get("news")));
        assertThat(posts().get(0).createdAt()).isEqualTo(Instant.parse("2026-11-22T12:00:00Z"));
    }

    @Test
    void aSourceIsKnownWhileItsRouteRuns() throws Exception {
        write(FIRST);
        await().until(() -> sources.all().get(0).status() instanceof SourceStatus.Running);
        assertThat(sources.all()).extracting(Source::name).containsExactly("news");
        await().until(() -> sources.all().get(0).caughtUpAt() != null);
        assertThatThrownBy(() -> started(route("again", "news")))
                .hasStackTraceContaining("they would move each other's cursor");

        camel.stop();
        assertThat(sources.isEmpty()).isTrue();
    }

    @Test
    void afterARestartItGoesOnAtItsCursor() throws Exception {
        write(SECOND, FIRST);
        await().until(() -> cursors.positions.getOrDefault("news", "").equals("stream:1795352400000"));
        camel.stop();
        batches.clear();
        camel = started(route("news", "news"));
        write(item("4", "Fourth", "Sun, 22 Nov 2026 14:00:00 GMT"), SECOND, FIRST);
        await().until(() -> texts().contains("Fourth"));
        assertThat(texts()).doesNotContain("First");
    }

    @Test
    void whatASinkDidNotCommitIsReadAgain() throws Exception {
        isSinkOut = true;
        write(FIRST);
        await().until(() -> batches.size() > 1);
        assertThat(cursors.positions).containsEntry("news", "stream:0");
        isSinkOut = false;
        await().until(() -> cursors.positions.get("news").equals("stream:1795348800000"));
    }

    @Test
    void aFileThatIsNoRssIsTriedAgainAndSaidInTheStatus() throws Exception {
        Files.writeString(file, "nothing");
        await().until(() -> sources.all().get(0).status() instanceof SourceStatus.Retrying);
        write(FIRST);
        await().until(() -> texts().equals(List.of("First")));
    }

    private List<Tweet> posts() {
        return batches.stream().flatMap(batch -> batch.tweets().stream()).toList();
    }

    private List<String> texts() {
        return posts().stream().map(Tweet::text).toList();
    }

    private void write(String... items) throws IOException {
        Path whole = Files.writeString(
                directory.resolve("whole.xml"),
                "<rss version=\"2.0\"><channel>" + Arrays.stream(items).collect(Collectors.joining())
                        + "</channel></rss>");
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String item(String guid, String title, String publishedAt) {
        return "<item><guid>%s</guid><title>%s</title><pubDate>%s</pubDate></item>".formatted(guid, title, publishedAt);
    }

    private RouteFile route(String id, String name) {
        return new RouteFile("mine.yaml", "mine.yaml", """
                - templatedRoute:
                    routeId: %s
                    routeTemplateRef: rss
                    parameters:
                      - name: name
                        value: %s
                      - name: file
                        value: %s
                      - name: delay
                        value: "100"
                """.formatted(id, name, file));
    }

    private DefaultCamelContext started(RouteFile route) throws Exception {
        DefaultCamelContext context = new DefaultCamelContext();
        context.addComponent("rss-file", new RssComponent(sources, cursors, Clock.systemUTC()));
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:batches").errorHandler(noErrorHandler()).process(exchange -> {
                    batches.add(exchange.getMessage().getBody(TweetBatch.class));
                    if (isSinkOut) {
                        throw new IOException("out");
                    }
                });
            }
        });
        RouteLoader.load(context, List.of(template(), route));
        context.start();
        return context;
    }

    private static RouteFile template() throws IOException {
        try (InputStream file = RssSourceTest.class.getResourceAsStream("/routes/sources/rss.yaml")) {
            return new RouteFile(
                    "sources/rss.yaml", "rss.yaml", new String(file.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
