package io.hashlake.servers;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The machine's own Prometheus, which scrapes each second and has the deployed alerts. */
public final class PrometheusServer implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Alerts that are to come after minutes come after a second; those after hours as they are. */
    private static final String MINUTES = "for: \\dm\n";

    private final Process process;
    private final String address;

    private PrometheusServer(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    /** Where the property {@code hashlake.prometheus} says, or where distributions put it. */
    public static Optional<Path> find() {
        return Stream.of(System.getProperty("hashlake.prometheus", "/usr/bin/prometheus"), "/usr/local/bin/prometheus")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** @param target host and port of what is scraped as the job hashlake */
    public static PrometheusServer start(Path executable, Path directory, String target) throws IOException {
        Files.createDirectories(directory);
        String alerts = Files.readString(Path.of("deploy/prometheus/alerts.yml"));
        Files.writeString(directory.resolve("alerts.yml"), alerts.replaceAll(MINUTES, "for: 1s\n"));
        Files.writeString(directory.resolve("prometheus.yml"), """
                global: { scrape_interval: 1s, evaluation_interval: 1s }
                rule_files: [alerts.yml]
                scrape_configs:
                  - job_name: hashlake
                    metrics_path: /q/metrics
                    static_configs: [{ targets: ["%s"] }]
                """.formatted(target));
        String address = "127.0.0.1:" + freePort();
        Process process = new ProcessBuilder(
                        executable.toString(),
                        "--config.file=" + directory.resolve("prometheus.yml"),
                        "--storage.tsdb.path=" + directory.resolve("data"),
                        "--web.listen-address=" + address)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("prometheus.log").toFile())
                .start();
        PrometheusServer server = new PrometheusServer(process, "http://" + address);
        await().atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() -> !server.query("hashlake_cursor_age_seconds").isEmpty());
        return server;
    }

    /** The result of an expression now. */
    public JsonNode query(String expression) {
        JsonNode answer = get("/api/v1/query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8));
        if (!answer.path("status").asText().equals("success")) {
            throw new IllegalArgumentException(expression + ": " + answer);
        }
        return answer.at("/data/result");
    }

    /** Names of the alerts that fire. */
    public Set<String> firing() {
        Set<String> names = new TreeSet<>();
        for (JsonNode alert : get("/api/v1/alerts").at("/data/alerts")) {
            if (alert.get("state").textValue().equals("firing")) {
                names.add(alert.at("/labels/alertname").textValue());
            }
        }
        return names;
    }

    /** The rules as they were evaluated, each with its health. */
    public JsonNode rules() {
        return get("/api/v1/rules").at("/data/groups/0/rules");
    }

    private JsonNode get(String path) {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(address + path)).build();
            return JSON.readTree(
                    HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
