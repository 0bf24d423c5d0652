package io.hashlake.servers;

import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A real OpenSearch in a process of its own, which can be killed and started again on the same port with the same data. Its
 * libraries are not those of the tests: Maven lists them in {@code target/opensearch.classpath}.
 */
public final class SearchServer implements AutoCloseable {

    private static final Path CLASS_PATH = Path.of("target/opensearch.classpath");
    private static final Duration START = Duration.ofSeconds(120);
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Below the ports that systems give to outgoing connections, which would take it while the server is down. */
    private static final AtomicInteger NEXT_PORT =
            new AtomicInteger(10_000 + (int) (ProcessHandle.current().pid() % 100) * 90);

    private final Path directory;
    private final int port;
    private final int heapMegabytes;
    private Process process;

    private SearchServer(Path directory, int port, int heapMegabytes) {
        this.directory = directory;
        this.port = port;
        this.heapMegabytes = heapMegabytes;
    }

    /** Starts it; its data and its log go into {@code directory}. */
    public static SearchServer start(Path directory) throws IOException {
        return start(directory, 256);
    }

    public static SearchServer start(Path directory, int heapMegabytes) throws IOException {
        assumeThat(CLASS_PATH)
                .as("OpenSearch's jars, which ./mvnw test-compile fetches")
                .exists();
        SearchServer server = new SearchServer(Files.createDirectories(directory), freePort(), heapMegabytes);
        server.restart();
        return server;
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Starts it again after {@link #kill}. */
    public void restart() throws IOException {
        Path log = directory.resolve("opensearch.log");
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + heapMegabytes + "m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        Files.readString(CLASS_PATH),
                        "src/test/opensearch/OpenSearchServer.java",
                        directory.toAbsolutePath().toString(),
                        Integer.toString(port))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        await().atMost(START).pollInterval(Duration.ofMillis(100)).until(() -> !process.isAlive() || answers());
        if (!process.isAlive()) {
            throw new IOException("OpenSearch ended: " + Files.readString(log));
        }
    }

    public long pid() {
        return process.pid();
    }

    /** {@code kill -9}. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Asks it something; the body may be null. */
    public JsonNode send(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest.BodyPublisher publisher =
                body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
        HttpRequest request = HttpRequest.newBuilder(URI.create(url() + path))
                .header("Content-Type", "application/json")
                .method(method, publisher)
                .build();
        return JSON.readTree(
                HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }

    /** Returns how many documents can be found, those included that have just been written. */
    public long count(String index) throws IOException, InterruptedException {
        send("POST", "/" + index + "/_refresh", null);
        return send("GET", "/" + index + "/_count", null).path("count").asLong();
    }

    /** Returns the ids of the documents, sorted as text, those included that have just been written. */
    public List<String> ids(String index) throws IOException, InterruptedException {
        send("POST", "/" + index + "/_refresh", null);
        List<String> ids = new ArrayList<>();
        JsonNode page = send("POST", "/" + index + "/_search?scroll=1m&size=10000&_source=false", null);
        while (!page.path("hits").path("hits").isEmpty()) {
            page.path("hits")
                    .path("hits")
                    .forEach(hit -> ids.add(hit.path("_id").asText()));
            String next = "{\"scroll\":\"1m\",\"scroll_id\":\""
                    + page.path("_scroll_id").asText() + "\"}";
            page = send("POST", "/_search/scroll", next);
        }
        return ids.stream().sorted().toList();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }

    /** It answers before it has read its data. */
    private boolean answers() throws InterruptedException {
        try {
            return !send("GET", "/_cluster/health?wait_for_status=yellow&timeout=1s", null)
                    .path("timed_out")
                    .asBoolean(true);
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() {
        while (true) {
            try (ServerSocket socket = new ServerSocket(NEXT_PORT.getAndIncrement())) {
                return socket.getLocalPort();
            } catch (IOException e) {
                // taken: the next one
            }
        }
    }
}
