package io.hashlake.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hashlake.ServerTest;
import io.hashlake.core.Payload;
import io.hashlake.core.TweetBatch;
import io.hashlake.lake.commit.RawSink;
import io.hashlake.lake.commit.Rotation;
import io.hashlake.lake.store.Bucket;
import io.hashlake.lake.store.LocalObjectStore;
import io.hashlake.lake.store.ObjectStore;
import io.hashlake.lake.store.ObjectStore.StoredObject;
import io.hashlake.lake.store.S3Clients;
import io.hashlake.lake.store.S3ObjectStore;
import io.hashlake.lake.store.TestS3;
import io.hashlake.observability.Meters;
import io.hashlake.pipeline.raw.RoutedStore;
import io.hashlake.pipeline.raw.StoredFiles;
import io.hashlake.pipeline.sink.SinkWorker;
import io.hashlake.servers.S3Server;
import io.hashlake.source.FakeCursors;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;

/** Payloads go through the routes into the directory or the bucket. */
@ServerTest
class RawRoutesTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Rotation AT_ONCE = new Rotation(1, 1, Duration.ofSeconds(1));

    @TempDir
    Path directory;

    private final DefaultCamelContext camel = new DefaultCamelContext();

    @AfterEach
    void stop() {
        camel.stop();
    }

    private void load(ObjectStore store, String... files) throws IOException {
        camel.getRegistry().bind("storedFiles", new StoredFiles(store));
        RouteLoader.load(camel, List.of(files).stream().map(RouteFiles::builtIn).toList());
        camel.start();
    }

    private RawSink sink(ObjectStore store) throws IOException {
        RoutedStore routed =
                new RoutedStore(store, RawSink.DIRECTORY, camel.createProducerTemplate(), "direct:raw-store");
        RawSink sink = new RawSink(routed, AT_ONCE, new FakeCursors(), Clock.systemUTC());
        sink.open();
        return sink;
    }

    private static TweetBatch batch(String json) {
        Payload payload = new Payload(NOON, json.getBytes(StandardCharsets.UTF_8));
        return new TweetBatch("saúde", "1", "2", List.of(), List.of(), List.of(payload));
    }

    @Test
    void aPayloadGoesFromTheSinksRouteIntoTheDirectory() throws Exception {
        LocalObjectStore store = new LocalObjectStore(directory);
        SinkWorker worker = new SinkWorker(sink(store), 100, new Meters(new SimpleMeterRegistry()), Clock.systemUTC());
        camel.getRegistry().bind("raw", worker);
        load(store, "sinks/sink.yaml", "sinks/raw.yaml", "stores/raw-local.yaml");
        worker.start();
        CompletableFuture<Object> committed = camel.createProducerTemplate().asyncSendBody("direct:raw", batch("{}"));
        committed.get(60, TimeUnit.SECONDS);
        worker.close();

        assertThat(store.list("raw/")).singleElement().satisfies(file -> assertThat(file.key())
                .startsWith("raw/source=saúde/dt=2026-11-22/hour=12/")
                .endsWith(".zstd.parquet"));
    }

    @Test
    void whatTheDirectoryRefusesIsToldToTheSinkAndPutAgain() throws Exception {
        LocalObjectStore store = new LocalObjectStore(directory.resolve("lake"));
        load(store, "stores/raw-local.yaml");
        RawSink sink = sink(store);
        sink.write(batch("{}"));
        Path obstacle = Files.createFile(directory.resolve("lake/raw"));

        assertThatThrownBy(sink::commit)
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("the route direct:raw-store could not put raw/source=saúde/");
        Files.delete(obstacle);

        assertThat(sink.commit().rows()).isEqualTo(1);
    }

    @Test
    void aPayloadGoesIntoTheBucketAndComesBackAfterAnOutage() throws Exception {
        try (S3Server server = S3Server.start(directory)) {
            Bucket bucket = TestS3.bucket(server);
            try (S3Client client = S3Clients.create(bucket)) {
                goesIntoTheBucket(server, new S3ObjectStore(client, bucket), client);
            }
        }
    }

    private void goesIntoTheBucket(S3Server server, ObjectStore store, S3Client client) throws Exception {
        Properties properties = new Properties();
        properties.put("hashlake.s3.bucket", S3Server.BUCKET);
        camel.getPropertiesComponent().setInitialProperties(properties);
        camel.getRegistry().bind("s3", client);
        load(store, "stores/raw-s3.yaml");
        RawSink sink = sink(store);
        sink.write(batch("{}"));
        server.kill();
        assertThatThrownBy(sink::commit).isInstanceOf(IOException.class);
        server.restart();

        long bytes = sink.commit().bytes();

        assertThat(store.list("raw/source=saúde/"))
                .extracting(StoredObject::size)
                .containsExactly(bytes);
    }
}
