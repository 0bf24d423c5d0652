package io.hashlake.pipeline;

import static io.hashlake.tweet.TweetSamples.batch;
import static io.hashlake.tweet.TweetSamples.tweet;
import static org.assertj.core.api.Assertions.assertThat;

import io.hashlake.core.Cursors;
import io.hashlake.core.DeadLetters;
import io.hashlake.core.Sink;
import io.hashlake.core.SinkFactory;
import io.hashlake.core.SinkServices;
import io.hashlake.core.SourceLeases;
import io.hashlake.example.ndjson.NdjsonConfig;
import io.hashlake.example.ndjson.NdjsonSinkFactory;
import io.hashlake.observability.Meters;
import io.hashlake.pipeline.route.RouteFile;
import io.hashlake.pipeline.sink.SinkWorker;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.util.concurrent.SynchronousExecutorService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What follows from the one line that names a sink. */
class PluggedSinkTest {

    @TempDir
    Path directory;

    private Sinks sinks;

    @BeforeEach
    void listTheExample() throws IOException {
        Path services = directory.resolve("classes/META-INF/services");
        Files.createDirectories(services);
        Files.writeString(services.resolve(SinkFactory.class.getName()), NdjsonSinkFactory.class.getName());
        URL classes = directory.resolve("classes").toUri().toURL();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes}, getClass().getClassLoader())) {
            sinks = Sinks.foundBy(loader);
        }
    }

    @Test
    void itsNameIsARole() throws IOException {
        assertThat(sinks.names()).containsExactly("lake", "warehouse", "raw", "index", "dynamodb", "kinesis", "ndjson");
        Deployment alone = Deployment.of(List.of("ingest", "lake", "ndjson"), false, false, sinks);
        assertThat(alone.recipients()).isEqualTo("direct:lake,direct:ndjson");
        assertThat(files(alone))
                .contains("sinks/sink.yaml", "sinks/ndjson.yaml")
                .doesNotContain("sinks/raw.yaml");
    }

    @Test
    void kafkaFeedsItWithoutAFileMoreAndWithoutTheDatabaseThatItDoesNotNeed() throws IOException {
        Deployment alone = Deployment.of(List.of("ndjson"), true, false, sinks);
        assertThat(alone.needsDatabase()).isFalse();
        assertThat(alone.hasLake()).isFalse();
        assertThat(files(alone))
                .containsExactly(
                        "pipeline/keep-trying.yaml",
                        "sinks/sink.yaml",
                        "bus/kafka/consumer.yaml",
                        "sinks/ndjson.yaml",
                        "bus/kafka/ndjson.yaml");
    }

    @Test
    void itsRouteHandsItEveryBatchOfTheBus() throws Exception {
        Sink sink = new NdjsonSinkFactory().sink(config(), new Services());
        SinkWorker worker = new SinkWorker(sink, 100, new Meters(new SimpleMeterRegistry()), Clock.systemUTC());
        worker.start();
        Deployment deployment = Deployment.of(List.of("ingest", "ndjson"), false, false, sinks);
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            camel.getRegistry().bind("ndjson", worker);
            camel.getRegistry().bind("sameThread", new SynchronousExecutorService());
            Properties properties = new Properties();
            properties.put("bus.recipients", deployment.recipients());
            camel.getPropertiesComponent().setInitialProperties(properties);
            RouteLoader.load(
                    camel,
                    RouteFiles.in(directory.resolve("none"), deployment).stream()
                            .filter(file -> file.name().matches("sinks/.*|bus/direct.yaml"))
                            .toList());
            camel.start();
            camel.createProducerTemplate()
                    .asyncRequestBody("direct:bus", batch("covid19", 1, tweet(1)))
                    .get(60, TimeUnit.SECONDS);
        }
        worker.close();
        assertThat(config().file()).content().startsWith("{\"id\":1,");
    }

    private List<String> files(Deployment deployment) throws IOException {
        return RouteFiles.in(directory.resolve("none"), deployment).stream()
                .map(RouteFile::name)
                .toList();
    }

    private NdjsonConfig config() {
        return new SmallRyeConfigBuilder()
                .withMapping(NdjsonConfig.class)
                .addDefaultInterceptors()
                .withDefaultValue("hashlake.data-directory", directory.toString())
                .build()
                .getConfigMapping(NdjsonConfig.class);
    }

    private static final class Services implements SinkServices {

        @Override
        public Cursors cursors() {
            throw new UnsupportedOperationException();
        }

        @Override
        public SourceLeases leases() {
            return new SourceLeases() {};
        }

        @Override
        public DeadLetters deadLetters() {
            return rejected -> {};
        }

        @Override
        public DataSource database() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Clock clock() {
            return Clock.systemUTC();
        }

        @Override
        public <T> T get(Class<T> type) {
            throw new UnsupportedOperationException(type.getName());
        }
    }
}
