package io.hashlake.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hashlake.observability.Scrape;
import io.hashlake.warehouse.PreparedWarehouse;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient.Version;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients that do not send what they began are cut off; those who wait for a long response are not. */
class SlowClientsIT {

    private static final int EACH = 50;
    private static final String HOST = "Host: localhost\r\n";
    private static final String GET = "GET /q/health/live HTTP/1.1\r\n" + HOST;
    private static final String POST = "POST /api/v1/sql HTTP/1.1\r\n" + HOST + "Content-Type: text/plain\r\n";
    private static final Duration LONGER_THAN_ALL_DEADLINES = Duration.ofSeconds(4);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    static Path directory;

    private static HashlakeProcess process;

    @BeforeAll
    static void start() throws Exception {
        PreparedWarehouse.copyToDataOf(directory);
        process = HashlakeProcess.start(
                        directory,
                        Map.of(
                                "hashlake.roles", "ingest,warehouse,api",
                                "hashlake.http.head-timeout", "2s",
                                "hashlake.http.body-timeout", "2s",
                                "hashlake.http.idle-timeout", "3s"))
                .awaitUp();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        process.close();
    }

    @Test
    void manySlowClientsAreCutOffWhileOthersAreServed() throws Exception {
        double heads = timedOut("head");
        double bodies = timedOut("body");
        List<RawConnection> silent = open("");
        List<RawConnection> halfHeads = open(GET + "X-Half: ");
        List<RawConnection> shortBodies = open(POST + "Content-Length: 100\r\n\r\nSELECT");
        List<RawConnection> dripping = open("GET /q/");
        CompletableFuture<Void> drip = CompletableFuture.runAsync(() -> drip(dripping));

        assertThat(HashlakeProcess.send(process.request("/api/v1/totals")).statusCode())
                .isEqualTo(200);
        for (RawConnection one : silent) {
            assertThat(one.readToEnd()).isEmpty();
        }
        for (RawConnection one : halfHeads) {
            assertThat(one.readToEnd()).startsWith("HTTP/1.1 408 ").contains("hashlake.http.head-timeout");
        }
        for (RawConnection one : shortBodies) {
            assertThat(one.readToEnd())
                    .startsWith("HTTP/1.1 408 ")
                    .contains("application/problem+json", "hashlake.http.body-timeout");
        }
        drip.join();
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(timedOut("head") - heads).isEqualTo(3 * EACH);
            assertThat(timedOut("body") - bodies).isEqualTo(EACH);
        });
        assertThat(process.output()).doesNotContain("WARN", "ERROR");
    }

    @Test
    void clientsThatGoAwayInTheMiddleLeaveNoTraceInTheLog() throws Exception {
        for (String part :
                List.of(GET, POST + "Content-Length: 100\r\n\r\nSELECT", POST + "Content-Length: 100\r\n\r\n")) {
            for (RawConnection one : open(part)) {
                one.close();
            }
        }
        assertThat(HashlakeProcess.send(process.request("/q/health/live")).statusCode())
                .isEqualTo(200);
        assertThat(process.output()).doesNotContain("WARN", "ERROR");
    }

    @Test
    void theFeedOutlivesEveryDeadlineInBothVersionsOfHttp() throws Exception {
        try (RawConnection http1 = new RawConnection(process);
                FeedReader http2 = new FeedReader(process)) {
            http1.send("GET /api/v1/live HTTP/1.1\r\n" + HOST + "\r\n");
            Instant end = Instant.now().plus(LONGER_THAN_ALL_DEADLINES);
            while (Instant.now().isBefore(end)) {
                assertThat(http1.readUntil("\n")).endsWith("\n");
            }
            long before = http2.events("snapshot");
            await().atMost(PATIENCE).until(() -> http2.events("snapshot") > before);
        }
    }

    @Test
    void aConnectionIsKeptForTheNextRequestAndClosedWhenNoneFollows() throws Exception {
        try (RawConnection kept = new RawConnection(process)) {
            for (int request = 0; request < 3; request++) {
                kept.send(GET + "\r\n");
                assertThat(kept.readUntil("]\n}")).startsWith("HTTP/1.1 200 ");
            }
            assertThat(kept.readToEnd()).isEmpty();
        }
    }

    @Test
    void bodiesOfPipelinedRequestsAreRead() throws Exception {
        String query = POST + "Content-Length: 8\r\n";
        try (RawConnection client = new RawConnection(process)) {
            client.send(query + "\r\nSELECT 1" + query + "\r\nSELECT 2" + query + "Connection: close\r\n\r\nSELECT 3");
            assertThat(client.readToEnd()).contains("[[1]]", "[[2]]", "[[3]]");
        }
    }

    @Test
    void whatIsTooLongIsRefusedWithAProblemThatNamesTheLimit() throws Exception {
        assertThat(exchange("GET /?" + "a".repeat(32_768) + " HTTP/1.1\r\n" + HOST + "\r\n"))
                .startsWith("HTTP/1.1 414 ")
                .contains("application/problem+json", "32768 bytes", "max-initial-line-length");
        assertThat(exchange(GET + "X-Long: " + "a".repeat(20_480) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 431 ")
                .contains("application/problem+json", "20480 bytes", "max-header-size");
        assertThat(exchange("NONSENSE\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ")
                .contains("application/problem+json", "not HTTP");
        assertThat(exchange("GET / HTTP/1.1\r\nHost: a b\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ")
                .contains("application/problem+json");
        assertThat(process.output()).doesNotContain("WARN", "ERROR");
    }

    @Test
    void brokenChunksAreAnsweredWithAProblemAndLeaveNoTraceInTheLog() throws Exception {
        for (String size : List.of("zz", "FFFFFFFFFFFFFFFF")) {
            assertThat(exchange(POST + "Transfer-Encoding: chunked\r\n\r\n" + size + "\r\nSELECT 1\r\n0\r\n\r\n"))
                    .startsWith("HTTP/1.1 400 ")
                    .contains("application/problem+json", "the body cannot be read");
        }
        assertThat(process.output()).doesNotContain("WARN", "ERROR");
    }

    @Test
    void fiftyHashtagsInArabicFitInARequest() throws Exception {
        String hashtags = IntStream.range(0, 50)
                .mapToObj(number -> URLEncoder.encode("ه".repeat(97) + number, StandardCharsets.UTF_8))
                .collect(Collectors.joining(","));
        for (Version version : Version.values()) {
            HttpResponse<String> response = HashlakeProcess.send(
                    process.request("/api/v1/posts?hashtag=" + hashtags).version(version));
            assertThat(response.statusCode()).as(version.name()).isEqualTo(200);
        }
    }

    private static List<RawConnection> open(String start) throws IOException {
        List<RawConnection> connections = new ArrayList<>();
        for (int i = 0; i < EACH; i++) {
            connections.add(new RawConnection(process).send(start));
        }
        return connections;
    }

    /** Sends a byte now and then until the server has closed each connection, which resets it. */
    private static void drip(List<RawConnection> connections) {
        List<RawConnection> left = new ArrayList<>(connections);
        await().atMost(PATIENCE).until(() -> {
            left.removeIf(SlowClientsIT::isReset);
            return left.isEmpty();
        });
    }

    private static boolean isReset(RawConnection connection) {
        try {
            connection.send("a");
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    private static String exchange(String request) throws IOException {
        try (RawConnection client = new RawConnection(process)) {
            return client.send(request).readToEnd();
        }
    }

    private static long timedOut(String part) throws Exception {
        return Scrape.sum(process.get("/q/metrics"), "hashlake_http_requests_timed_out_total{part=\"" + part + "\"");
    }
}
