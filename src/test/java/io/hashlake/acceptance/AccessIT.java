package io.hashlake.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.hashlake.acceptance.ProblemDetails.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import io.hashlake.servers.IdentityProvider;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that serves by TLS, to readers with a token: one of its own, or one of an identity provider. */
class AccessIT {

    private static final String TOKEN = "the token that opens everything";
    private static final String READ_TOKEN = "the token of those who read";
    private static final String RUN = "/api/v1/jobs/none/runs";
    private static final List<String> PAGES = List.of(
            "/", "/index.html", "/dashboard/main.js", "/api/v1/totals", "/api/v1/live", "/api/openapi", "/api/docs/");

    @TempDir
    static Path directory;

    private static IdentityProvider provider;
    private static HashlakeProcess process;
    private static HttpClient client;

    @BeforeAll
    static void start() throws Exception {
        provider = IdentityProvider.start();
        Certificate certificate = Certificate.in(directory);
        Map<String, String> properties = new HashMap<>(certificate.properties(freePort()));
        properties.putAll(Map.of(
                "hashlake.roles",
                "ingest,warehouse,api",
                "hashlake.api.token",
                TOKEN,
                "hashlake.api.read-token",
                READ_TOKEN,
                "hashlake.api.read-access",
                "token",
                "quarkus.oidc.tenant-enabled",
                "true",
                "quarkus.oidc.auth-server-url",
                provider.issuer()));
        client = HttpClient.newBuilder().sslContext(certificate.context()).build();
        process = HashlakeProcess.start(directory, properties).awaitUp();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        process.close();
        provider.close();
    }

    @Test
    void nothingIsReadWithoutAToken() throws Exception {
        for (String path : PAGES) {
            HttpResponse<String> refused = send(process.request(path));
            assertProblem(refused, 401);
            assertThat(refused.headers().allValues("WWW-Authenticate"))
                    .containsExactly("Basic realm=\"Hashlake\"", "Bearer");
            assertThat(status(process.request(path), "Bearer " + READ_TOKEN + "!"))
                    .isEqualTo(401);
            assertThat(status(process.request(path), "Negotiate " + READ_TOKEN)).isEqualTo(401);
        }
    }

    @Test
    void eitherTokenReadsAlsoAsABrowsersPassword() throws Exception {
        for (String path : PAGES) {
            for (String token : List.of(TOKEN, READ_TOKEN)) {
                assertThat(status(process.request(path), "Bearer " + token))
                        .as(path)
                        .isEqualTo(200);
                assertThat(status(process.request(path), basic(token))).as(path).isEqualTo(200);
            }
        }
        HttpRequest.Builder statement = process.request("/api/v1/sql")
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("SELECT 1"));
        assertThat(status(statement, "Bearer " + READ_TOKEN)).isEqualTo(200);
    }

    @Test
    void healthAndMetricsAreOpen() throws Exception {
        for (String path : List.of("/q/health", "/q/health/live", "/q/health/ready", "/q/metrics")) {
            assertThat(send(process.request(path)).statusCode()).as(path).isIn(200, 503);
        }
        assertThat(send(process.request("/q/../api/v1/totals")).statusCode()).isEqualTo(401);
    }

    @Test
    void readersChangeNothing() throws Exception {
        assertThat(status(run(), "Bearer " + TOKEN)).isEqualTo(404);
        assertThat(status(run(), "Bearer " + READ_TOKEN)).isEqualTo(401);
        assertThat(status(run(), basic(TOKEN))).isEqualTo(401);
        assertThat(send(run()).statusCode()).isEqualTo(401);
        for (String path : List.of("/q/health", "/api/v1/totals", "/api/v1/sql/", "/api/v1/sql;x=/jobs")) {
            assertThat(status(process.request(path).DELETE(), "Bearer " + READ_TOKEN))
                    .as(path)
                    .isEqualTo(401);
        }
    }

    @Test
    void tokensOfTheProviderOpenWhatTheirRolesAllow() throws Exception {
        Instant soon = Instant.now().plusSeconds(300);
        String reader = provider.token("rita", List.of("hashlake-read"), soon);
        String writer = provider.token("wanda", List.of("hashlake-write"), soon);
        assertThat(status(process.request("/api/v1/totals"), "Bearer " + reader))
                .isEqualTo(200);
        assertThat(status(process.request("/api/v1/totals"), "Bearer " + writer))
                .isEqualTo(200);
        assertThat(status(run(), "Bearer " + reader)).isEqualTo(403);
        assertThat(status(run(), "Bearer " + writer)).isEqualTo(404);
        String stranger = provider.token("steve", List.of("accounting"), soon);
        assertThat(status(process.request("/api/v1/totals"), "Bearer " + stranger))
                .isEqualTo(403);
    }

    @Test
    void tokensThatTheProviderDidNotSignOrThatHaveExpiredOpenNothing() throws Exception {
        List<String> roles = List.of("hashlake-write");
        String forged = provider.forged("mallory", roles, Instant.now().plusSeconds(300));
        String expired = provider.token("wanda", roles, Instant.now().minusSeconds(300));
        for (String token : List.of(forged, expired, "no.jwt.atall")) {
            HttpRequest.Builder request = process.request("/api/v1/totals").header("Authorization", "Bearer " + token);
            assertProblem(send(request), 401);
        }
    }

    @Test
    void changesAreInTheAuditLogAndSecretsInNone() throws Exception {
        String writer =
                provider.token("wanda", List.of("hashlake-write"), Instant.now().plusSeconds(300));
        status(run(), "Bearer " + TOKEN);
        status(run(), "Bearer " + writer);
        await().untilAsserted(() -> assertThat(process.output())
                .contains("request accepted: POST " + RUN + " by the token hashlake.api.token")
                .contains("request accepted: POST " + RUN + " by user wanda"));
        assertThat(process.output()).doesNotContain(TOKEN, READ_TOKEN, writer);
    }

    @Test
    void browsersAreToldToStayWithTlsAndPlainHttpIsOff() throws Exception {
        HttpResponse<String> page = send(process.request("/").header("Authorization", basic(READ_TOKEN)));
        assertThat(page.headers().firstValue("Strict-Transport-Security")).contains("max-age=31536000");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(process.address()).startsWith("https://");
    }

    @Test
    void theDashboardFollowsTheFeedInABrowserThatViolatesNoPolicy() {
        Optional<Path> executable = Chromium.find();
        assumeTrue(executable.isPresent(), "no Chromium here: name one with -Dhashlake.chromium=PATH");
        try (Chromium chromium = new Chromium(executable.get())) {
            Page page = chromium.open(new Browser.NewContextOptions()
                    .setIgnoreHTTPSErrors(true)
                    .setHttpCredentials("anybody", READ_TOKEN));
            page.navigate(process.address() + "/");
            page.waitForSelector("#status[data-state=live]");
            assertThat(page).hasTitle("Hashlake");
            assertThat(chromium.complaints()).isEmpty();
        }
    }

    private static HttpRequest.Builder run() {
        return process.request(RUN).POST(BodyPublishers.noBody());
    }

    private static String basic(String password) {
        byte[] pair = ("anybody:" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    /** Of a request with these credentials; of the feed, nothing but the head is read. */
    private static int status(HttpRequest.Builder request, String authorization) throws Exception {
        HttpResponse<java.io.InputStream> response = client.send(
                request.copy().header("Authorization", authorization).build(),
                HttpResponse.BodyHandlers.ofInputStream());
        response.body().close();
        return response.statusCode();
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static int freePort() throws java.io.IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
