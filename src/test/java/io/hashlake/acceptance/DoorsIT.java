package io.hashlake.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.hashlake.warehouse.PreparedWarehouse;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What everything that is served has in common: whom it answers, and how much of a request it waits for. */
class DoorsIT {

    private static final List<String> PATHS = List.of(
            "/",
            "/index.html",
            "/api/v1/totals",
            "/api/v1/live",
            "/api/openapi",
            "/api/docs/",
            "/q/health",
            "/q/metrics");

    @TempDir
    static Path directory;

    private static HashlakeProcess process;

    @BeforeAll
    static void start() throws Exception {
        PreparedWarehouse.copyToDataOf(directory);
        process = HashlakeProcess.start(
                        directory,
                        Map.of("hashlake.roles", "ingest,warehouse,api", "hashlake.api.hosts", "lake.example.org"))
                .awaitUp();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        process.close();
    }

    @Test
    void nothingIsServedUnderTheNameOfAStranger() throws IOException {
        for (String path : PATHS) {
            assertThat(exchange("GET " + path + " HTTP/1.1\r\nHost: evil.example:8080\r\n"))
                    .as(path)
                    .startsWith("HTTP/1.1 421 ")
                    .containsIgnoringCase("content-type: application/problem+json")
                    .contains("evil.example:8080", "hashlake.api.hosts", "urn:hashlake:problem:misdirected");
            assertThat(exchange("GET " + path
                            + " HTTP/1.1\r\nHost: lake.example.org\r\nX-Forwarded-Host: evil.example\r\n"))
                    .as(path)
                    .matches("(?s)HTTP/1.1 [23]\\d\\d .*");
        }
    }

    @Test
    void otherWaysToNameAHostAreCheckedAsWell() throws IOException {
        assertThat(exchange("GET /q/health HTTP/1.1\r\n")).startsWith("HTTP/1.1 400 ");
        assertThat(exchange("GET /q/health HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n"))
                .startsWith("HTTP/1.1 400 ");
        assertThat(exchange("GET http://evil.example/q/health HTTP/1.1\r\nHost: localhost\r\n"))
                .startsWith("HTTP/1.1 421 ");
        assertThat(exchange("GET /q/health HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: localhost\r\n"
                        + "Forwarded: host=localhost\r\n"))
                .startsWith("HTTP/1.1 421 ");
        assertThat(exchange("GET /q/health/live HTTP/1.0\r\n")).matches("(?s)HTTP/1.[01] 200 .*");
    }

    @Test
    void theSecondVersionOfHttpIsCheckedAsWell() throws Exception {
        HttpResponse<String> mine = HashlakeProcess.send(
                process.request("/q/health/live").version(java.net.http.HttpClient.Version.HTTP_2));
        assertThat(mine.statusCode()).isEqualTo(200);
        assertThat(mine.version()).isEqualTo(java.net.http.HttpClient.Version.HTTP_2);
    }

    @Test
    void pagesOfOthersSendNothing() throws Exception {
        for (String path : List.of("/api/v1/sql", "/api/v1/jobs/compaction/runs")) {
            HttpResponse<String> response = HashlakeProcess.send(process.request(path)
                    .header("Content-Type", "text/plain")
                    .header("Origin", "http://localhost:3000")
                    .POST(BodyPublishers.ofString("SELECT 1")));
            ProblemDetails.assertProblem(response, 403);
        }
    }

    /** What is answered to a request until the connection ends, or for an instant where it does not. */
    private static String exchange(String head) throws IOException {
        URI address = URI.create(process.address());
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream().write((head + "Connection: close\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            byte[] start = socket.getInputStream().readNBytes(700);
            return new String(start, StandardCharsets.UTF_8);
        }
    }
}
