package io.hashlake.bus;

import io.hashlake.TestConfig;
import io.hashlake.core.BatchTracer;
import io.hashlake.core.Gap;
import io.hashlake.core.Sink;
import io.hashlake.core.TweetBatch;
import io.hashlake.observability.Meters;
import io.hashlake.pipeline.DeadLetterFiles;
import io.hashlake.pipeline.Deployment;
import io.hashlake.pipeline.RouteFiles;
import io.hashlake.pipeline.RouteLoader;
import io.hashlake.pipeline.bus.BusPublisher;
import io.hashlake.pipeline.route.RouteFile;
import io.hashlake.pipeline.sink.SinkConsumers;
import io.hashlake.pipeline.sink.SinkWorker;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.util.concurrent.SynchronousExecutorService;

/** The built-in routes between the pipeline and Kafka, in a Camel context of their own: one that publishes, or feeds the lake. */
final class BusContext implements AutoCloseable {

    static final int PARTITIONS = 6;

    final BusTopic topic;
    final GroupCursors cursors = new GroupCursors();
    final List<Gap> gaps = new CopyOnWriteArrayList<>();
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final Meters meters = new Meters(new SimpleMeterRegistry());
    private final KafkaConfig config;
    private final Path directory;
    private BatchTracer tracer = BatchTracer.NONE;
    private SinkWorker worker;

    BusContext(String brokers, String topic, Path directory) {
        this.config =
                TestConfig.of(KafkaConfig.class, "brokers=" + brokers, "topic=" + topic, "partitions=" + PARTITIONS);
        this.directory = directory;
        this.topic = new BusTopic(config, Map::of, Clock.systemUTC());
    }

    BusContext tracedBy(BatchTracer given) {
        tracer = given;
        return this;
    }

    BusContext publish() throws Exception {
        BusPublisher publisher = new BusPublisher(topic, letters(), 2_000, Clock.systemUTC());
        camel.getRegistry().bind("publisher", publisher.tracedBy(tracer));
        return start("ingest");
    }

    /** @param lake the sink over the cursors that it is given */
    BusContext consume(Function<GroupCursors, Sink> lake) throws Exception {
        worker = new SinkWorker(lake.apply(cursors), 10_000, meters, Clock.systemUTC());
        worker.commitAtOnce();
        worker.start();
        SinkGroup group = new SinkGroup(
                5_000,
                Duration.ofMillis(300),
                worker::takeOver,
                cursors,
                gaps::add,
                camel::isStopping,
                tracer,
                Clock.systemUTC());
        camel.getRegistry().bind("lake", worker);
        camel.getRegistry().bind("lakeConsumers", new SinkConsumers(group));
        return start("lake");
    }

    private BusContext start(String role) throws Exception {
        Deployment deployment = new Deployment(Set.of(role), true, false);
        camel.getRegistry().bind("deadLetters", letters());
        camel.getRegistry().bind("sameThread", new SynchronousExecutorService());
        Properties properties = new Properties();
        properties.put("bus.recipients", deployment.recipients());
        properties.put("hashlake.kafka.brokers", config.brokers().orElseThrow());
        properties.put("hashlake.kafka.topic", config.topic());
        camel.getPropertiesComponent().setInitialProperties(properties);
        RouteLoader.load(camel, routes(deployment));
        camel.start();
        topic.start();
        return this;
    }

    private List<RouteFile> routes(Deployment deployment) throws IOException {
        return RouteFiles.in(directory.resolve("none"), deployment).stream()
                .filter(file -> file.name().matches("(bus|sinks)/.*|pipeline/keep-trying.yaml"))
                .toList();
    }

    private DeadLetterFiles letters() {
        return new DeadLetterFiles(directory, meters);
    }

    /** Completes when Kafka has acknowledged all of it. */
    CompletableFuture<Object> publish(TweetBatch batch) {
        return camel.createProducerTemplate().asyncRequestBody("direct:bus", batch);
    }

    @Override
    public void close() {
        camel.stop();
        topic.close();
        if (worker != null) {
            worker.close();
        }
    }
}
