package io.hashlake.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hashlake.servers.S3Server;
import io.hashlake.simulator.TestSimulator;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secrets stay out of everything that a process writes and serves, with every category logged, and whatever fails. */
class SecretsIT {

    private static final String X_TOKEN = "x-bearer-secret-AAAA%2Fbb+cc";
    private static final String API_TOKEN = "api-token-secret-12345";
    private static final String READ_TOKEN = "read-token-secret-12345";
    private static final String S3_SECRET = "s3-secret-that-is-wrong";
    private static final String KAFKA_SECRET = "kafka-sasl-secret-77";
    private static final String DATABASE_SECRET = "database-secret-that-is-wrong";
    private static final String PROXY_SECRET = "proxy-secret-99";
    private static final String SENT_TOKEN = "sent-by-a-client-secret";
    private static final List<String> SECRETS =
            List.of(X_TOKEN, API_TOKEN, READ_TOKEN, S3_SECRET, KAFKA_SECRET, DATABASE_SECRET, PROXY_SECRET, SENT_TOKEN);

    private static final List<String> PAGES = List.of(
            "/",
            "/api/v1/totals",
            "/api/v1/sources",
            "/api/v1/gaps",
            "/api/v1/posts?limit=x",
            "/api/openapi",
            "/api/nothing",
            "/q/health",
            "/q/health/ready",
            "/q/metrics",
            "/q/nothing",
            "/q/config",
            "/q/info");

    private static final Map<String, String> LOUD =
            Map.of("quarkus.log.level", "DEBUG", "quarkus.log.category.\"io.netty\".level", "INFO");

    @TempDir
    Path directory;

    @Test
    void whereKafkaIsOutNothingOfTheSecretsIsSaid() throws Exception {
        Files.createDirectories(directory.resolve("data/inbox"));
        Files.writeString(directory.resolve("data/inbox/broken.jsonl"), "{\"id\": \"nonsense\"\n");
        try (Workspace workspace =
                        new Workspace(directory, TestSimulator.settings().withHashtags(List.of("climate")));
                HashlakeProcess process = workspace.start(withKafka()).awaitUp()) {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> process.get("/q/health/ready").contains("\"kafka\""));
            assertNothingIsSaid(responses(process) + process.output() + written());
        }
    }

    @Test
    void whereTheBucketOrAProxyRefusesNothingOfTheirSecretsIsSaid() throws Exception {
        try (Workspace workspace =
                        new Workspace(directory, TestSimulator.settings().withHashtags(List.of("climate")));
                S3Server s3 = S3Server.start(directory.resolve("s3"))) {
            for (Map<String, String> proxy : List.of(Map.<String, String>of(), proxy())) {
                try (HashlakeProcess process = workspace.start(withBucket(s3, proxy))) {
                    assertThat(process.awaitExit()).isNotZero();
                    assertThat(process.output()).contains("Hashlake cannot start", "hashlake.s3.bucket");
                    assertNothingIsSaid(process.output() + written());
                }
            }
        }
    }

    @Test
    void whereTheDatabaseRefusesNothingOfItsSecretIsSaid() throws Exception {
        try (Workspace workspace =
                new Workspace(directory, TestSimulator.settings().withHashtags(List.of("climate")))) {
            Map<String, String> properties = new HashMap<>(LOUD);
            properties.put(
                    "hashlake.warehouse.jdbc-url", workspace.postgres.jdbcUrl() + "?password=" + DATABASE_SECRET);
            properties.put("hashlake.warehouse.username", "nobody");
            properties.put("hashlake.warehouse.password", DATABASE_SECRET);
            properties.put("hashlake.api.token", API_TOKEN);
            try (HashlakeProcess process = workspace.start(properties)) {
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> process.output().contains("nobody"));
                assertNothingIsSaid(process.output() + written());
            }
        }
    }

    private static Map<String, String> proxy() throws IOException {
        return Map.of(
                "http.proxyHost", "127.0.0.1",
                "http.proxyPort", Integer.toString(closedPort()),
                "http.proxyUser", "u",
                "http.proxyPassword", PROXY_SECRET,
                "hashlake.s3.request-timeout", "1s");
    }

    private static Map<String, String> withBucket(S3Server s3, Map<String, String> proxy) {
        Map<String, String> properties = new HashMap<>(LOUD);
        properties.putAll(Map.of(
                "hashlake.s3.bucket",
                S3Server.BUCKET,
                "hashlake.s3.endpoint",
                s3.endpoint().toString(),
                "hashlake.s3.access-key",
                S3Server.ACCESS_KEY,
                "hashlake.s3.secret-key",
                S3_SECRET));
        properties.putAll(proxy);
        return properties;
    }

    private static Map<String, String> withKafka() throws IOException {
        Map<String, String> properties = new HashMap<>(LOUD);
        properties.putAll(Map.of(
                "hashlake.roles", "ingest,lake,api",
                "hashlake.x.bearer-token", X_TOKEN,
                "hashlake.api.token", API_TOKEN,
                "hashlake.api.read-token", READ_TOKEN));
        properties.putAll(Map.of(
                "hashlake.kafka.brokers",
                "127.0.0.1:" + closedPort(),
                "camel.component.kafka.security-protocol",
                "SASL_PLAINTEXT",
                "camel.component.kafka.sasl-mechanism",
                "PLAIN",
                "camel.component.kafka.sasl-jaas-config",
                "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"u\" password=\""
                        + KAFKA_SECRET + "\";"));
        return properties;
    }

    private static String responses(HashlakeProcess process) throws Exception {
        StringBuilder all = new StringBuilder();
        for (String path : PAGES) {
            all.append(answer(process.request(path).header("Authorization", "Bearer " + SENT_TOKEN)));
        }
        for (String token : List.of(SENT_TOKEN, READ_TOKEN, API_TOKEN)) {
            all.append(answer(process.request("/api/v1/jobs/none/runs")
                    .header("Authorization", "Bearer " + token)
                    .POST(BodyPublishers.noBody())));
        }
        all.append(answer(process.request("/api/v1/sql")
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("SELECT current_setting('x'), * FROM pg_authid"))));
        return all.toString();
    }

    private static String answer(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> response = HttpClient.newHttpClient()
                .send(request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofString());
        return response.headers().map() + response.body();
    }

    /** Everything that the process has written to its directory, dead letters and heads of files among them. */
    private String written() throws IOException {
        try (Stream<Path> files = Files.walk(directory.resolve("data"))) {
            StringBuilder all = new StringBuilder();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
            return all.toString();
        }
    }

    private static void assertNothingIsSaid(String text) {
        for (String secret : SECRETS) {
            byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
            assertThat(text.contains(secret)).as(secret).isFalse();
            assertThat(text.contains(URLEncoder.encode(secret, StandardCharsets.UTF_8)))
                    .as(secret)
                    .isFalse();
            assertThat(text.contains(Base64.getEncoder().encodeToString(bytes)))
                    .as(secret)
                    .isFalse();
        }
        assertThat(text).as("something was said at all").hasSizeGreaterThan(10_000);
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
