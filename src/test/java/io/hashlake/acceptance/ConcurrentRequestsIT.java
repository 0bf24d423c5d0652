package io.hashlake.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hashlake.warehouse.PreparedWarehouse;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What takes long is done for as many at once as is configured; others are told to come again. */
class ConcurrentRequestsIT {

    private static final int CLIENTS = 12;
    private static final String EXPORT = "/api/v1/posts/export?last=4w&limit=100000";
    private static final String ENDLESS =
            "SELECT count(*) FROM generate_series(1, 1000000) a, generate_series(1, 1000000) b";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    static Path directory;

    private static HashlakeProcess process;

    @BeforeAll
    static void start() throws Exception {
        PreparedWarehouse.copyToDataOf(directory);
        process = HashlakeProcess.start(
                        directory,
                        Map.of(
                                "hashlake.roles",
                                "ingest,warehouse,api",
                                "hashlake.api.exports",
                                "1",
                                "hashlake.api.export-patience",
                                "2s",
                                "hashlake.sql.concurrency",
                                "1",
                                "hashlake.sql.timeout",
                                "3s"))
                .awaitUp();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> lines(HashlakeProcess.send(process.request(EXPORT))) > 5_000);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        process.close();
        assertThat(process.output()).doesNotContain("The API failed", "The API cannot answer");
    }

    @Test
    void oneExportIsSentAtATime() throws Exception {
        List<HttpResponse<String>> answers = atOnce(() -> process.request(EXPORT));
        List<HttpResponse<String>> sent =
                answers.stream().filter(answer -> answer.statusCode() == 200).toList();
        assertThat(sent).isNotEmpty().hasSizeLessThan(CLIENTS).allMatch(answer -> lines(answer) > 5_000);
        for (HttpResponse<String> answer : answers) {
            if (answer.statusCode() != 200) {
                ProblemDetails.assertPassing(answer, 429);
                assertThat(answer.headers().firstValue("Content-Disposition")).isEmpty();
            }
        }
        assertThat(HashlakeProcess.send(process.request(EXPORT)).statusCode()).isEqualTo(200);
    }

    @Test
    void whoeverBreaksOffAnExportLeavesRoomForOthers() throws Exception {
        for (int i = 0; i < 3; i++) {
            breakOff();
            await().untilAsserted(() -> assertThat(
                            HashlakeProcess.send(process.request(EXPORT)).statusCode())
                    .isEqualTo(200));
        }
    }

    @Test
    void whoeverDoesNotReadAnExportIsCutOff() throws Exception {
        try (Socket unread = beginExport()) {
            assertThat(unread.isConnected()).isTrue();
            assertThat(HashlakeProcess.send(process.request(EXPORT)).statusCode())
                    .isEqualTo(429);
            await().untilAsserted(() -> assertThat(
                            HashlakeProcess.send(process.request(EXPORT)).statusCode())
                    .isEqualTo(200));
        }
        assertThat(process.output()).contains("An export is cut off");
    }

    @Test
    void whoeverDoesNotTakeAnAnswerInSqlIsCutOff() throws Exception {
        String statement = "SELECT repeat('x', 9000000)";
        try (Socket unread = begin(
                "POST /api/v1/sql HTTP/1.1\r\nContent-Type: text/plain\r\nContent-Length: " + statement.length()
                        + "\r\n",
                statement)) {
            assertThat(unread.isConnected()).isTrue();
            await().untilAsserted(() -> assertThat(
                            HashlakeProcess.send(sql("SELECT 1")).statusCode())
                    .isEqualTo(200));
        }
        assertThat(process.output()).contains("An answer in SQL is cut off");
    }

    @Test
    void oneStatementIsRunAtATime() throws Exception {
        List<HttpResponse<String>> answers = atOnce(() -> sql(ENDLESS));
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 422))
                .hasSize(1);
        for (HttpResponse<String> answer : answers) {
            if (answer.statusCode() != 422) {
                ProblemDetails.assertPassing(answer, 429);
            }
        }
        assertThat(HashlakeProcess.send(sql("SELECT 1")).statusCode()).isEqualTo(200);
        assertThat(process.get("/q/metrics")).containsPattern("hashlake_sql_refused_total\\{reason=\"busy\"} 11");
    }

    private static HttpRequest.Builder sql(String statement) {
        return process.request("/api/v1/sql")
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString(statement));
    }

    private static List<HttpResponse<String>> atOnce(Supplier<HttpRequest.Builder> request) {
        List<CompletableFuture<HttpResponse<String>>> running = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            running.add(HTTP.sendAsync(request.get().build(), HttpResponse.BodyHandlers.ofString()));
        }
        return running.stream().map(CompletableFuture::join).toList();
    }

    private static void breakOff() throws IOException {
        beginExport().close();
    }

    /** Reads no more than the first bytes of one. */
    private static Socket beginExport() throws IOException {
        return begin("GET " + EXPORT + " HTTP/1.1\r\n", "");
    }

    private static Socket begin(String head, String body) throws IOException {
        URI address = URI.create(process.address());
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.connect(new InetSocketAddress(address.getHost(), address.getPort()));
        OutputStream out = socket.getOutputStream();
        out.write((head + "Host: " + address.getAuthority() + "\r\n\r\n" + body).getBytes(StandardCharsets.US_ASCII));
        out.flush();
        assertThat(socket.getInputStream().readNBytes(12)).asString().isEqualTo("HTTP/1.1 200");
        return socket;
    }

    private static long lines(HttpResponse<String> answer) {
        return answer.body().lines().count();
    }
}
