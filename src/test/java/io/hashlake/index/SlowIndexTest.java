package io.hashlake.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.hashlake.TestConfig;
import io.hashlake.core.TweetBatch;
import io.hashlake.lake.commit.LakeConfig;
import io.hashlake.lake.commit.LakeContents;
import io.hashlake.lake.commit.LakeSink;
import io.hashlake.lake.commit.MemoryCursors;
import io.hashlake.lake.commit.TestTweets;
import io.hashlake.lake.store.MemoryObjectStore;
import io.hashlake.observability.Meters;
import io.hashlake.pipeline.sink.SinkWorker;
import io.hashlake.pipeline.spool.SpooledSink;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An index that takes its time beside a lake that does not. */
class SlowIndexTest {

    private static final int BATCHES = 50;
    private static final Pattern ID = Pattern.compile("\"_id\":\"(\\d+)\"");

    @TempDir
    Path directory;

    private final CountDownLatch released = new CountDownLatch(1);
    private final Set<Long> indexed = new ConcurrentSkipListSet<>();
    private final Meters meters = new Meters(new SimpleMeterRegistry());
    private HttpServer server;

    /** A server whose bulk requests are answered when the test says so. */
    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> send(exchange, "{\"acknowledged\":true}"));
        server.createContext("/_bulk", this::bulk);
        server.start();
    }

    @AfterEach
    void stop() {
        released.countDown();
        server.stop(0);
    }

    private void bulk(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        try {
            released.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        List<Long> ids =
                ID.matcher(body).results().map(id -> Long.valueOf(id.group(1))).toList();
        indexed.addAll(ids);
        String items = ids.stream()
                .map(id -> "{\"index\":{\"_id\":\"" + id + "\",\"status\":201}}")
                .collect(Collectors.joining(","));
        send(exchange, "{\"errors\":false,\"items\":[" + items + "]}");
    }

    private static void send(HttpExchange exchange, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private IndexSink index() {
        URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return new IndexSink(IndexSamples.server(url), letters -> {}, Clock.systemUTC());
    }

    @Test
    void aSlowIndexNeverSlowsTheLakeAndHasEveryPostInTheEnd() throws Exception {
        MemoryObjectStore store = new MemoryObjectStore();
        LakeConfig eager = TestConfig.of(LakeConfig.class, "rotation-rows=1");
        Set<Long> all = new TreeSet<>();
        try (SinkWorker slow = new SinkWorker(index(), 100, meters, Clock.systemUTC());
                SpooledSink spooled = new SpooledSink(slow, directory, 1 << 24).start();
                LakeSink sink = new LakeSink(store, eager, new MemoryCursors(), letters -> {}, Clock.systemUTC());
                SinkWorker lake = new SinkWorker(sink, 100, meters, Clock.systemUTC())) {
            slow.start();
            lake.start();
            for (long id = 1; id <= BATCHES; id++) {
                TweetBatch batch = TestTweets.batch("search", id, id + 1, "covid19");
                spooled.write(batch).toCompletableFuture().get(60, TimeUnit.SECONDS);
                lake.write(batch).toCompletableFuture().get(60, TimeUnit.SECONDS);
                batch.tweets().forEach(tweet -> all.add(tweet.id()));
            }
            assertThat(new LakeContents(store).rows()).hasSize(all.size());
            assertThat(indexed).isEmpty();
            released.countDown();

            await().untilAsserted(() -> assertThat(indexed).isEqualTo(all));
        }
    }
}
