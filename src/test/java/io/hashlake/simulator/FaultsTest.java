package io.hashlake.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.hashlake.ServerTest;
import io.hashlake.simulator.settings.FaultKind;
import io.hashlake.simulator.settings.RandomFaults;
import io.hashlake.simulator.settings.RateLimits;
import io.hashlake.simulator.settings.SimulatorSettings;
import io.hashlake.simulator.truth.TruePost;
import io.hashlake.tweet.FakeClock;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ServerTest
class FaultsTest {

    private static final String QUERY = "query=#covid19";

    private final FakeClock clock = new FakeClock(Caller.START);
    private Simulator simulator;
    private Caller caller;

    @BeforeEach
    void start() throws IOException {
        simulator = Simulator.start(TestSimulator.settings(), clock, 0);
        caller = new Caller(simulator);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private HttpResponse<byte[]> failing(FaultKind kind) {
        simulator.fail(kind, 1);
        return caller.get(Caller.SEARCH, QUERY, "max_results=20");
    }

    private List<Long> truth(int count) {
        return simulator.truth("#covid19").stream()
                .limit(count)
                .map(TruePost::id)
                .toList();
    }

    private int served() {
        return simulator.truth("#covid19").stream()
                .mapToInt(TruePost::timesServed)
                .sum();
    }

    @ParameterizedTest
    @CsvSource({
        "RATE_LIMITED,429,Too Many Requests",
        "USAGE_CAPPED,429,UsageCapExceeded",
        "CREDITS_DEPLETED,402,CreditsDepleted",
        "UNAUTHORIZED,401,Unauthorized",
        "FORBIDDEN,403,Client Forbidden",
    })
    void refusesAsXDoes(FaultKind kind, int status, String title) {
        HttpResponse<byte[]> response = failing(kind);

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(Caller.json(response).get("title").asText()).isEqualTo(title);
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(caller.get(Caller.SEARCH, QUERY).statusCode()).isEqualTo(200);
    }

    @Test
    void tellsWhenARateLimitEnds() {
        HttpResponse<byte[]> response = failing(FaultKind.RATE_LIMITED);

        assertThat(response.headers().firstValue("x-rate-limit-remaining")).contains("0");
        assertThat(response.headers().firstValueAsLong("x-rate-limit-reset").orElseThrow())
                .isEqualTo(clock.instant().getEpochSecond() + 4);
    }

    @Test
    void isUnavailableInHtml() {
        HttpResponse<byte[]> response = failing(FaultKind.UNAVAILABLE);

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(new String(response.body(), StandardCharsets.UTF_8)).startsWith("<!DOCTYPE html>");
    }

    @Test
    void breaksJsonInTheMiddle() {
        HttpResponse<byte[]> response = failing(FaultKind.BROKEN_JSON);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThatThrownBy(() -> Caller.json(response)).hasCauseInstanceOf(JsonProcessingException.class);
    }

    @Test
    void sendsHalfOfWhatItPromises() throws IOException {
        simulator.fail(FaultKind.HALF_BODY, 1);
        String answer = RawCaller.get(caller.uri(Caller.SEARCH, QUERY));

        int body = answer.indexOf("\r\n\r\n") + 4;
        Matcher promised = Pattern.compile("(?i)content-length: *(\\d+)").matcher(answer);
        assertThat(promised.find()).isTrue();
        assertThat(answer.length() - body).isEqualTo(Integer.parseInt(promised.group(1)) / 2);
        assertThat(served()).isZero();
    }

    @Test
    void dropsConnectionsWithoutAnAnswer() throws IOException {
        simulator.fail(FaultKind.RESET, 1);

        assertThat(RawCaller.get(caller.uri(Caller.SEARCH, QUERY))).isEmpty();
        assertThat(served()).isZero();
        assertThat(caller.get(Caller.SEARCH, QUERY).statusCode()).isEqualTo(200);
    }

    @Test
    void neverEndsABody() throws Exception {
        simulator.fail(FaultKind.ENDLESS_BODY, 1);
        HttpResponse<InputStream> response = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(caller.uri(Caller.SEARCH, QUERY)).build(),
                        HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            assertThat(body.readNBytes(20_000_000)).hasSize(20_000_000);
        }
    }

    @Test
    void saysGzipOfWhatIsNot() {
        HttpResponse<byte[]> response = failing(FaultKind.LYING_GZIP);

        assertThat(response.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(Caller.ids(Caller.json(response))).isEqualTo(truth(20));
        assertThat(served()).isZero();
    }

    @Test
    void isRightThoughSlow() {
        long start = System.nanoTime();
        HttpResponse<byte[]> response = failing(FaultKind.SLOW);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(1900));
        assertThat(Caller.ids(Caller.json(response))).isEqualTo(truth(20));
        assertThat(served()).isEqualTo(20);
    }

    @Test
    void losesNothingByAnEmptyPage() {
        assertThat(Caller.json(failing(FaultKind.EMPTY_PAGE)).has("data")).isFalse();

        JsonNode first = caller.json(Caller.SEARCH, QUERY);
        String token = first.at("/meta/next_token").asText();
        simulator.fail(FaultKind.EMPTY_PAGE, 1);
        JsonNode empty = caller.json(Caller.SEARCH, QUERY, "next_token=" + token);
        assertThat(empty.has("data")).isFalse();
        assertThat(empty.at("/meta/next_token").asText()).isEqualTo(token);
    }

    @Test
    void servesDuplicates() {
        List<Long> ids = Caller.ids(Caller.json(failing(FaultKind.DUPLICATE)));

        assertThat(ids).hasSize(30);
        assertThat(ids.stream().distinct()).containsExactlyElementsOf(truth(20));
        assertThat(served()).isEqualTo(30);
    }

    @Test
    void mixesUpTheOrder() {
        List<Long> ids = Caller.ids(Caller.json(failing(FaultKind.OUT_OF_ORDER)));

        assertThat(ids).containsExactlyInAnyOrderElementsOf(truth(20));
        assertThat(ids)
                .isNotEqualTo(ids.stream().sorted(Comparator.reverseOrder()).toList());
    }

    @Test
    void reportsErrorsBesidePosts() {
        JsonNode page = Caller.json(failing(FaultKind.PARTIAL_ERRORS));

        assertThat(Caller.ids(page)).isEqualTo(truth(20));
        assertThat(page.at("/errors/0/type").asText()).endsWith("/2/problems/resource-not-found");
    }

    @Test
    void addsAnItemWithoutText() {
        JsonNode page = Caller.json(failing(FaultKind.BROKEN_TWEET));

        assertThat(page.get("data")).hasSize(21);
        assertThat(page.at("/data/20").has("text")).isFalse();
        assertThat(Caller.ids(page)).startsWith(truth(20).toArray(Long[]::new));
        assertThat(truth(1000)).doesNotContain(page.at("/data/20/id").asLong());
    }

    @Test
    void addsAHugeItem() {
        JsonNode page = Caller.json(failing(FaultKind.HUGE_TWEET));

        assertThat(page.at("/data/20/text").asText()).hasSize(5_000_000);
        assertThat(truth(1000)).doesNotContain(page.at("/data/20/id").asLong());
    }

    @Test
    void lastsAsLongAsItIsToldTo() {
        simulator.fail(FaultKind.UNAVAILABLE, Duration.ofSeconds(20));

        assertThat(caller.get(Caller.SEARCH, QUERY).statusCode()).isEqualTo(503);
        clock.pass(Duration.ofSeconds(19));
        assertThat(caller.get(Caller.SEARCH, QUERY).statusCode()).isEqualTo(503);
        clock.pass(Duration.ofSeconds(1));
        assertThat(caller.get(Caller.SEARCH, QUERY).statusCode()).isEqualTo(200);
    }

    @Test
    void keepsFaultsOfPagesForSearches() {
        simulator.fail(FaultKind.EMPTY_PAGE, 1);

        assertThat(caller.json("/2/tweets/counts/recent", QUERY).get("data")).isNotEmpty();
        assertThat(caller.json(Caller.SEARCH, QUERY).has("data")).isFalse();
    }

    @Test
    void takesOrdersOverHttp() {
        assertThat(order("{\"kind\":\"unavailable\",\"count\":2}").statusCode()).isEqualTo(204);
        assertThat(order("{\"kind\":\"forbidden\",\"seconds\":5}").statusCode()).isEqualTo(204);
        assertThat(caller.get(Caller.SEARCH, QUERY).statusCode()).isEqualTo(503);
        assertThat(caller.get(Caller.SEARCH, QUERY).statusCode()).isEqualTo(503);
        assertThat(caller.get(Caller.SEARCH, QUERY).statusCode()).isEqualTo(403);
        HttpRequest heal =
                HttpRequest.newBuilder(caller.uri("/simulator/faults")).DELETE().build();
        assertThat(caller.send(heal).statusCode()).isEqualTo(204);
        assertThat(caller.get(Caller.SEARCH, QUERY).statusCode()).isEqualTo(200);

        JsonNode requests = caller.json("/simulator/requests");
        assertThat(requests.at("/~12~1tweets~1search~1recent/503 unavailable").asInt())
                .isEqualTo(2);
        assertThat(simulator.requests())
                .containsEntry(Caller.SEARCH, Map.of("200", 1L, "403 forbidden", 1L, "503 unavailable", 2L));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"kind\":\"nice\"}",
                "{}",
                "nonsense",
                "{\"kind\":\"slow\",\"count\":-1}",
                "{\"kind\":\"slow\",\"size\":1}",
                "{\"kind\":\"slow\",\"seconds\":1000000}",
                "[1]"
            })
    void refusesOrdersThatItCannotRead(String body) {
        assertThat(order(body).statusCode()).isEqualTo(400);
        assertThat(caller.get(Caller.SEARCH, QUERY).statusCode()).isEqualTo(200);
    }

    private HttpResponse<byte[]> order(String body) {
        return caller.send(HttpRequest.newBuilder(caller.uri("/simulator/faults"))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    @Test
    void failsByChanceAsOftenAsItIsToldTo() throws IOException {
        RandomFaults faults = new RandomFaults(0.3, List.of(FaultKind.UNAVAILABLE, FaultKind.EMPTY_PAGE));
        SimulatorSettings settings =
                TestSimulator.settings().withRateLimits(RateLimits.NONE).withFaults(faults);
        try (Simulator unreliable = Simulator.start(settings, clock, 0)) {
            Caller other = new Caller(unreliable);
            for (int i = 0; i < 300; i++) {
                other.get(Caller.SEARCH, QUERY);
            }

            Map<String, Long> outcomes = unreliable.requests().get(Caller.SEARCH);
            assertThat(outcomes).containsOnlyKeys("200", "200 empty-page", "503 unavailable");
            assertThat(outcomes.get("200")).isBetween(170L, 250L);
            assertThat(Set.of(outcomes.get("200 empty-page"), outcomes.get("503 unavailable")))
                    .allMatch(count -> count > 20);
        }
    }

    @Test
    void knowsEveryKindByItsName() {
        for (FaultKind kind : FaultKind.values()) {
            assertThat(FaultKind.of(kind.toString())).isEqualTo(kind);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FaultKind.of("nice"))
                .withMessageContaining("half-body");
    }
}
