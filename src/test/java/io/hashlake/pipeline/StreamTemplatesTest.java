package io.hashlake.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hashlake.TestConfig;
import io.hashlake.camel.XComponent;
import io.hashlake.camel.XServices;
import io.hashlake.core.TweetBatch;
import io.hashlake.pipeline.route.RouteFile;
import io.hashlake.pipeline.route.RouteLint;
import io.hashlake.source.FakeCursors;
import io.hashlake.source.Sources;
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
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

/** The built-in templates of streams. */
class StreamTemplatesTest {

    private static final String ROUTES = """
            - templatedRoute:
                routeId: a
                routeTemplateRef: x-stream
                parameters:
                  - name: hashtag
                    value: covid19
            - templatedRoute:
                routeId: b
                routeTemplateRef: x-stream
                parameters:
                  - name: hashtag
                    value: saúde
                  - name: query
                    value: "(#saúde OR #saude) lang:pt"
            - templatedRoute:
                routeId: c
                routeTemplateRef: x-sample
            """;

    @Test
    void makeRulesOfHashtagsOrQueriesAndASample() throws Exception {
        FakeStreams streams = new FakeStreams();
        List<TweetBatch> batches = new CopyOnWriteArrayList<>();
        List<RouteFile> files = List.of(
                RouteFiles.builtIn("sources/x-stream.yaml"),
                RouteFiles.builtIn("sources/x-sample.yaml"),
                new RouteFile("mine.yaml", "mine.yaml", ROUTES));
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            XServices.Streams settings = new XServices.Streams(
                    streams, StreamSettings.of(TestConfig.of(StreamConfig.class), false), StreamListener.NONE);
            camel.addComponent(
                    "x",
                    new XComponent(
                            new XServices(
                                    null,
                                    settings,
                                    new FakeCursors(),
                                    new FakeGaps(),
                                    SpendGuard.NONE,
                                    new XTime(Clock.systemUTC())),
                            new Sources()));
            camel.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:batches")
                            .process(exchange ->
                                    batches.add(exchange.getMessage().getBody(TweetBatch.class)));
                }
            });
            RouteLoader.load(camel, files);
            camel.start();
            await().until(() -> streams.connections.size() == 2);
            streams.connections.forEach(connection -> connection.send(FakeConnection.post(1, "x")));
            await().until(() ->
                    batches.stream().anyMatch(batch -> batch.origin().equals("sample")));
        }
        assertThat(RouteLint.problemsOf(files)).isEmpty();
        assertThat(streams.rules)
                .extracting(Rule::value)
                .containsExactlyInAnyOrder("#covid19", "(#saúde OR #saude) lang:pt");
    }
}
