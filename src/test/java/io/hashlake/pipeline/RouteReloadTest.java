package io.hashlake.pipeline;

import static io.hashlake.tweet.TweetSamples.tweet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hashlake.camel.XComponent;
import io.hashlake.camel.XServices;
import io.hashlake.observability.Meters;
import io.hashlake.pipeline.reload.RefusedFile;
import io.hashlake.pipeline.reload.ReloadListener;
import io.hashlake.pipeline.reload.RouteReload;
import io.hashlake.pipeline.reload.RoutesInForce;
import io.hashlake.pipeline.route.RouteFile;
import io.hashlake.pipeline.sink.FakeSink;
import io.hashlake.pipeline.sink.SinkWorker;
import io.hashlake.source.FakeCursors;
import io.hashlake.source.Source;
import io.hashlake.source.Sources;
import io.hashlake.tweet.Snowflake;
import io.hashlake.x.client.FakeSearch;
import io.hashlake.x.client.XTime;
import io.hashlake.x.spend.SpendGuard;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Properties;
import org.apache.camel.Route;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Route files that change while their routes run, with a search and a sink in memory. */
class RouteReloadTest implements ReloadListener {

    private static final String BATCHES = """
            - route:
                id: batches
                description: Hands batches to the sink
                from:
                  uri: direct:batches
                  steps:
                    - bean: { ref: lake, method: write }
            """;

    private final FakeSearch search = new FakeSearch();
    private final FakeCursors cursors = new FakeCursors();
    private final FakeSink sink = new FakeSink();
    private final SinkWorker worker =
            new SinkWorker(sink, 1000, new Meters(new SimpleMeterRegistry()), Clock.systemUTC());
    private final Sources sources = new Sources();
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final LinkedHashMap<String, RouteFile> files = new LinkedHashMap<>();
    private final List<String> applied = new ArrayList<>();
    private final List<RefusedFile> refused = new ArrayList<>();
    private final long now = Snowflake.firstAt(Instant.now().minusSeconds(60));
    private RouteReload reload;

    @BeforeEach
    void start() {
        camel.addComponent(
                "x",
                new XComponent(
                        new XServices(search, null, cursors, gap -> {}, SpendGuard.NONE, new XTime(Clock.systemUTC())),
                        sources));
        camel.getRegistry().bind("lake", worker);
        Properties properties = new Properties();
        properties.put("hashlake.search.delay", "1s");
        properties.put("hashlake.search.look-back", "15m");
        properties.put("hashlake.search.settling", "60s");
        camel.getPropertiesComponent().setInitialProperties(properties);
        RouteFile template = RouteFiles.builtIn("sources/x-search.yaml");
        files.put(template.name(), template);
        write("pipeline/batches.yaml", BATCHES);
        write("hashtags.yaml", followed("rust") + followed("climate"));
        RoutesInForce inForce = new RoutesInForce(List.copyOf(files.values()));
        RouteLoader.load(camel, inForce.files());
        reload = new RouteReload(
                () -> List.copyOf(files.values()), inForce, trial -> List.of(), this, camel, worker::commitSoon);
        worker.start();
        camel.start();
    }

    @AfterEach
    void stop() {
        camel.stop();
        worker.close();
    }

    @Override
    public void applied(String file) {
        applied.add(file);
    }

    @Override
    public void refused(RefusedFile file) {
        refused.add(file);
    }

    @Test
    void aNewFileIsFollowedAndOtherRoutesRunOn() throws Exception {
        Route running = camel.getRoute("rust");
        write("more.yaml", followed("covid19"));
        search.posts.add(tweet(now, "covid19"));
        reload.check();
        assertThat(names()).containsExactlyInAnyOrder("rust", "climate", "covid19");
        await().until(() -> ("search:" + now).equals(cursors.positions.get("covid19")));
        assertThat(sink.committed).containsExactly(now);
        assertThat(camel.getRoute("rust")).isSameAs(running);
        assertThat(applied).containsExactly("more.yaml");
    }

    @Test
    void aFourthHashtagInAFileOfThreeStartsAlone() throws Exception {
        Route rust = camel.getRoute("rust");
        Route climate = camel.getRoute("climate");
        write("hashtags.yaml", "# more\n" + followed("climate") + followed("covid19") + followed("rust"));
        reload.check();
        assertThat(names()).containsExactlyInAnyOrder("rust", "climate", "covid19");
        assertThat(camel.getRoute("rust")).isSameAs(rust);
        assertThat(camel.getRoute("climate")).isSameAs(climate);
    }

    @Test
    void whatIsRemovedIsNotFollowedAnyMore() throws Exception {
        write("hashtags.yaml", followed("climate"));
        reload.check();
        assertThat(names()).containsExactly("climate");
        assertThat(camel.getRoute("rust")).isNull();
        assertThat(camel.getRouteDefinition("rust")).isNull();
    }

    @Test
    void anotherDelayKeepsTheCursorAndPostsComeOnce() throws Exception {
        search.posts.add(tweet(now, "rust"));
        await().until(() -> ("search:" + now).equals(cursors.positions.get("rust")));
        write("hashtags.yaml", followed("rust", "2s") + followed("climate"));
        reload.check();
        search.posts.add(tweet(now + 5, "rust"));
        await().until(() -> ("search:" + (now + 5)).equals(cursors.positions.get("rust")));
        assertThat(sink.committed).contains(now, now + 5);
        assertThat(sources.all()).hasSize(2);
    }

    @Test
    void aBatchThatIsOnItsWayIsCommittedBeforeItsRouteIsReplaced() throws Exception {
        sink.due = false;
        search.posts.add(tweet(now, "rust"));
        await().until(() -> sink.tweets.size() == 1);
        write("hashtags.yaml", followed("rust", "2s") + followed("climate"));
        reload.check();
        assertThat(sink.committed).containsExactly(now);
        assertThat(cursors.positions).containsEntry("rust", "search:" + now);
    }

    @Test
    void whileTheSinkIsOutTheNewRouteWaitsForTheBatchesOfTheFormerOne() throws Exception {
        await().until(() -> sink.opened);
        sink.due = false;
        search.posts.add(tweet(now, "rust"));
        await().until(() -> sink.tweets.size() == 1);
        sink.out = true;
        int asked = search.requests.size();
        write("hashtags.yaml", followed("rust", "2s"));
        reload.check();
        await().during(java.time.Duration.ofSeconds(1)).until(() -> search.requests.size() <= asked + 1);
        sink.out = false;
        await().until(() -> sink.committed.contains(now));
        await().until(() -> search.requests.size() > asked + 1);
        sink.due = true;
        search.posts.add(tweet(now + 5, "rust"));
        await().until(() -> sink.committed.contains(now + 5));
    }

    @Test
    void aMistakeIsRefusedWithItsPlaceAndTheFormerRoutesGoOn() throws Exception {
        write("hashtags.yaml", followed("climate") + followed("not a hashtag"));
        reload.check();
        reload.check();
        assertThat(names()).containsExactlyInAnyOrder("rust", "climate");
        assertThat(reload.refused()).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("hashtags.yaml");
            assertThat(file.reason()).contains("routes/hashtags.yaml:11: 'not a hashtag' is no hashtag of X");
        });
        assertThat(refused).hasSize(1);
        write("hashtags.yaml", followed("climate"));
        reload.check();
        assertThat(reload.refused()).isEmpty();
        assertThat(names()).containsExactly("climate");
    }

    @Test
    void aRefusedFileKeepsNoOtherOneWaiting() throws Exception {
        write("broken.yaml", "- nonsense");
        write("more.yaml", followed("covid19"));
        reload.check();
        assertThat(names()).contains("covid19");
        assertThat(reload.refused()).extracting(RefusedFile::name).containsExactly("broken.yaml");
    }

    @Test
    void whatCamelDoesNotStartIsRefusedAndTheFormerRoutesComeBack() throws Exception {
        write("hashtags.yaml", followed("climate") + """
                - route:
                    id: rust
                    description: Leads nowhere
                    from:
                      uri: x:search/rust
                      parameters: { query: "#rust" }
                      steps:
                        - to: { uri: "nowhere:at-all" }
                """);
        reload.check();
        reload.check();
        assertThat(reload.refused()).singleElement().satisfies(file -> assertThat(file.reason())
                .contains("routes/hashtags.yaml:8: No endpoint", "nowhere"));
        assertThat(names()).containsExactlyInAnyOrder("rust", "climate");
        search.posts.add(tweet(now, "rust"));
        await().until(() -> sink.committed.contains(now));
    }

    @Test
    void aHashtagMovesFromOneFileToAnother() throws Exception {
        write("a.yaml", followed("rust"));
        reload.check();
        assertThat(reload.refused()).singleElement().satisfies(file -> assertThat(file.reason())
                .contains("the id 'rust' is taken already"));
        write("hashtags.yaml", followed("climate"));
        reload.check();
        assertThat(reload.refused()).isEmpty();
        write("a.yaml", followed("climate"));
        write("hashtags.yaml", followed("rust"));
        reload.check();
        assertThat(reload.refused()).isEmpty();
        assertThat(names()).containsExactlyInAnyOrder("rust", "climate");
    }

    @Test
    void anotherTemplateReplacesTheRoutesThatAreMadeOfIt() throws Exception {
        Route former = camel.getRoute("rust");
        RouteFile template = files.get("sources/x-search.yaml");
        write(template.name(), template.yaml().replace("\"#{{hashtag}}\"", "\"#{{hashtag}} lang:en\""));
        reload.check();
        assertThat(camel.getRoute("rust")).isNotSameAs(former);
        assertThat(sources.all())
                .hasSize(2)
                .allSatisfy(source -> assertThat(source.search().orElseThrow()).contains("lang:en"));
        files.put(template.name(), template);
        reload.check();
        assertThat(sources.all())
                .allSatisfy(source -> assertThat(source.search().orElseThrow()).doesNotContain("lang:en"));
    }

    @Test
    void whatBatchesPassThroughNeedsARestart() throws Exception {
        write("pipeline/batches.yaml", BATCHES.replace("Hands", "Gives"));
        reload.check();
        assertThat(reload.refused()).singleElement().satisfies(file -> assertThat(file.reason())
                .contains("takes effect at the next start: the route 'batches' reads from direct:batches"));
    }

    private List<String> names() {
        return sources.all().stream().map(Source::name).toList();
    }

    private void write(String name, String yaml) {
        files.put(name, RouteFile.of(name, "routes/" + name, yaml.getBytes(StandardCharsets.UTF_8)));
    }

    private static String followed(String hashtag) {
        return followed(hashtag, "1s");
    }

    private static String followed(String hashtag, String delay) {
        return """
                - templatedRoute:
                    routeId: %1$s
                    routeTemplateRef: x-search
                    parameters:
                      - { name: hashtag, value: %1$s }
                      - { name: delay, value: %2$s }
                """.formatted(hashtag, delay);
    }
}
