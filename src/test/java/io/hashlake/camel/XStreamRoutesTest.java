package io.hashlake.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.hashlake.TestConfig;
import io.hashlake.core.Gap;
import io.hashlake.core.TweetBatch;
import io.hashlake.source.FakeCursors;
import io.hashlake.source.Source;
import io.hashlake.source.Sources;
import io.hashlake.tweet.Tweet;
import io.hashlake.x.client.XTime;
import io.hashlake.x.spend.SpendGuard;
import io.hashlake.x.stream.FakeConnection;
import io.hashlake.x.stream.FakeGaps;
import io.hashlake.x.stream.FakeStreams;
import io.hashlake.x.stream.StreamConfig;
import io.hashlake.x.stream.StreamListener;
import io.hashlake.x.stream.StreamSettings;
import io.hashlake.x.stream.client.Rule;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Routes that read from {@code x:stream} and {@code x:sample}. */
class XStreamRoutesTest {

    private final FakeStreams streams = new FakeStreams();
    private final FakeCursors cursors = new FakeCursors();
    private final List<TweetBatch> batches = new CopyOnWriteArrayList<>();
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final Sources sources = new Sources();
    private final FakeGaps gaps = new FakeGaps();

    @BeforeEach
    void addComponent() {
        XServices.Streams settings = new XServices.Streams(
                streams, StreamSettings.of(TestConfig.of(StreamConfig.class), false), StreamListener.NONE);
        XComponent x = new XComponent(
                new XServices(null, settings, cursors, gaps, SpendGuard.NONE, new XTime(Clock.systemUTC())), sources);
        camel.addComponent("x", x);
    }

    @AfterEach
    void stop() {
        camel.stop();
    }

    @Test
    void allStreamsOfAProcessShareOneConnection() throws Exception {
        route("a", "x:stream/a?query=#a");
        route("b", "x:stream/b?query=RAW(#b lang:pt)");
        camel.start();
        await().until(() -> streams.connections.size() == 1);
        assertThat(streams.rules).extracting(Rule::value).containsExactlyInAnyOrder("#a", "#b lang:pt");
        assertThat(streams.calls).filteredOn(call -> call.startsWith("add")).hasSize(1);
        assertThat(sources.all()).extracting(Source::name).containsExactlyInAnyOrder("a", "b");
        streams.connections.get(0).send(FakeConnection.post(1, "a", streams.idOf("#a")));
        await().until(() -> posts("a").equals(List.of(FakeConnection.id(1))));
        assertThat(posts("b")).isEmpty();
    }

    @Test
    void theCursorMovesWhenTheExchangeIsDone() throws Exception {
        route("a", "x:stream/a?query=#a");
        camel.start();
        await().until(() -> streams.connections.size() == 1);
        streams.connections.get(0).send(FakeConnection.post(1, "a", streams.idOf("#a")));
        await().until(() -> !posts("a").isEmpty());
        await().until(() -> batches.get(batches.size() - 1).end().equals(cursors.positions.get("a")));
    }

    @Test
    void theSampleNeedsNoQuery() throws Exception {
        route("s", "x:sample/s");
        camel.start();
        await().until(() -> streams.connections.size() == 1);
        streams.connections.get(0).send(FakeConnection.post(1, "a"));
        await().until(() -> posts("s").equals(List.of(FakeConnection.id(1))));
        assertThat(sources.all().get(0).search()).isEmpty();
    }

    @Test
    void whenEverythingStopsTheRulesStay() throws Exception {
        route("a", "x:stream/a?query=#a");
        route("b", "x:stream/b?query=#b");
        camel.start();
        await().until(() -> streams.connections.size() == 1);
        camel.stop();
        assertThat(streams.rules).hasSize(2);
        assertThat(streams.calls).noneMatch(call -> call.startsWith("delete"));
    }

    @Test
    void aRouteThatIsTakenOutHandsOverWhatWasReadAndItsRuleGoes() throws Exception {
        route("a", "x:stream/a?query=#a");
        route("b", "x:stream/b?query=#b");
        camel.start();
        await().until(() -> streams.connections.size() == 1);
        streams.connections.get(0).send(FakeConnection.post(1, "a", streams.idOf("#a")));
        streams.connections.get(0).send(FakeConnection.post(2, "b", streams.idOf("#b")));
        // The second line is read when the first one has its place.
        await().until(() -> streams.connections.get(0).lines() == 2);
        takeOut("a");
        await().until(() -> posts("a").equals(List.of(FakeConnection.id(1))));
        assertThat(sources.all()).extracting(Source::name).containsExactly("b");
        awaitRules("#b");
        assertThat(streams.connections).hasSize(1);
    }

    @Test
    void anotherQueryUnderTheSameNameGoesOnFromTheCursorAfterADeclaredGap() throws Exception {
        route("a", "x:stream/a?query=#a");
        camel.start();
        await().until(() -> streams.connections.size() == 1);
        streams.connections.get(0).send(FakeConnection.post(1, "a", streams.idOf("#a")));
        await().until(() -> cursors.positions.containsKey("a"));
        takeOut("a");
        route("a", "x:stream/a?query=#other");
        awaitRules("#other");
        streams.connections
                .get(streams.connections.size() - 1)
                .send(FakeConnection.post(2, "other", streams.idOf("#other")));
        await().until(() -> posts("a").contains(FakeConnection.id(2)));
        assertThat(gaps.declared).extracting(Gap::source).contains("a");
    }

    /** Rules are looked at whenever a line comes. */
    private void awaitRules(String... values) {
        await().untilAsserted(() -> {
            streams.connections.forEach(FakeConnection::heartbeat);
            assertThat(streams.rules).extracting(Rule::value).containsExactly(values);
        });
    }

    /** As a change of a route file does. */
    private void takeOut(String route) throws Exception {
        BatchConsumer consumer = (BatchConsumer) camel.getRoute(route).getConsumer();
        consumer.leave().toCompletableFuture().get(60, TimeUnit.SECONDS);
        camel.getRouteController().stopRoute(route);
        camel.removeRoute(route);
    }

    @Test
    void twoRoutesCannotReadFromOneSource() throws Exception {
        route("one", "x:stream/a?query=#a");
        route("two", "x:stream/a?query=#b");
        assertThatThrownBy(camel::start).hasStackTraceContaining("two routes read from x:stream/a");
    }

    @Test
    void mistakesInOptionsNameTheEndpoint() throws Exception {
        assertThatThrownBy(() -> start("x:stream/a")).hasStackTraceContaining("x:stream/a: it needs a query");
        assertThatThrownBy(() -> start("x:sample/a?query=#a"))
                .hasStackTraceContaining("x:sample/a: the sample takes no query");
        assertThatThrownBy(() -> start("x:stream/a b?query=#a")).hasStackTraceContaining("cannot name a source");
        assertThatThrownBy(() -> start("x:stream/a?query=#a&delay=5s")).hasStackTraceContaining("delay");
        assertThatThrownBy(() -> start("x:flow/a")).hasStackTraceContaining("x:stream/NAME?query=");
    }

    private void start(String uri) throws Exception {
        try (DefaultCamelContext other = new DefaultCamelContext()) {
            XServices.Streams settings = new XServices.Streams(
                    streams, StreamSettings.of(TestConfig.of(StreamConfig.class), false), StreamListener.NONE);
            other.addComponent(
                    "x",
                    new XComponent(
                            new XServices(
                                    null,
                                    settings,
                                    cursors,
                                    new FakeGaps(),
                                    SpendGuard.NONE,
                                    new XTime(Clock.systemUTC())),
                            new Sources()));
            other.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from(uri).process(exchange -> {});
                }
            });
            other.start();
        }
    }

    private void route(String id, String uri) throws Exception {
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(uri)
                        .routeId(id)
                        .process(exchange -> batches.add(exchange.getMessage().getBody(TweetBatch.class)));
            }
        });
    }

    private List<Long> posts(String origin) {
        return batches.stream()
                .filter(batch -> batch.origin().equals(origin))
                .flatMap(batch -> batch.tweets().stream())
                .map(Tweet::id)
                .toList();
    }
}
