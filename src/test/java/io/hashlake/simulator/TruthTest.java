package io.hashlake.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hashlake.ServerTest;
import io.hashlake.simulator.truth.TruePost;
import io.hashlake.tweet.FakeClock;
import io.hashlake.tweet.Hashtag;
import io.hashlake.tweet.Metrics;
import io.hashlake.tweet.Snowflake;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ServerTest
class TruthTest {

    private static final String QUERY = "#saúde OR #climate";

    private final FakeClock clock = new FakeClock(Caller.START);
    private Simulator simulator;
    private Caller caller;

    @BeforeEach
    void start() throws IOException {
        simulator = Simulator.start(TestSimulator.settings().withDuplicates(0.1), clock, 0);
        caller = new Caller(simulator);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void holdsWhatSearchFindsWithTheHashtagsOfTheWholeText() {
        List<TruePost> truth = simulator.truth(QUERY);

        assertThat(truth.stream().map(TruePost::id))
                .containsExactlyElementsOf(caller.ids("query=" + QUERY, "max_results=100").stream()
                        .distinct()
                        .toList());
        assertThat(truth).allMatch(post -> post.hashtags().stream()
                .anyMatch(tag -> List.of("saúde", "saude", "climate").contains(tag)));
        assertThat(truth)
                .flatExtracting(TruePost::hashtags)
                .allMatch(tag -> Hashtag.of(tag).canonical().equals(tag));
    }

    @Test
    void remembersHowOftenAndAsWhatPostsWereLastServed() {
        assertThat(simulator.truth(QUERY)).allMatch(post -> post.timesServed() == 0 && post.lastMetrics() == null);

        List<JsonNode> items = items();
        Instant first = clock.instant();
        assertThat(simulator.truth(QUERY))
                .allMatch(post -> post.timesServed() >= 1)
                .allMatch(post -> post.lastServed().equals(first));
        assertThat(simulator.truth(QUERY).stream()
                        .mapToInt(TruePost::timesServed)
                        .sum())
                .isEqualTo(items.size());
        assertThat(metrics(items)).isEqualTo(lastMetrics());

        clock.pass(Duration.ofMinutes(10));
        Map<Long, Metrics> later = metrics(items());
        assertThat(later).isEqualTo(lastMetrics()).isNotEqualTo(metrics(items));
    }

    private List<JsonNode> items() {
        List<JsonNode> items = new ArrayList<>();
        String until = "until_id=" + Snowflake.firstAt(Caller.START);
        caller.pages("query=" + QUERY, "max_results=100", "tweet.fields=public_metrics", until)
                .forEach(page -> page.path("data").forEach(items::add));
        return items;
    }

    private static Map<Long, Metrics> metrics(List<JsonNode> items) {
        return items.stream()
                .collect(Collectors.toMap(item -> item.get("id").asLong(), TruthTest::metrics, (one, same) -> same));
    }

    private Map<Long, Metrics> lastMetrics() {
        return simulator.truth(QUERY).stream()
                .filter(post -> post.timesServed() > 0)
                .collect(Collectors.toMap(TruePost::id, TruePost::lastMetrics));
    }

    private static Metrics metrics(JsonNode item) {
        JsonNode metrics = item.get("public_metrics");
        return new Metrics(
                metrics.get("retweet_count").asLong(),
                metrics.get("reply_count").asLong(),
                metrics.get("like_count").asLong(),
                metrics.get("quote_count").asLong(),
                metrics.get("bookmark_count").asLong(),
                metrics.get("impression_count").asLong());
    }

    @Test
    void growsWithTheClock() {
        int before = simulator.truth(QUERY).size();
        clock.pass(Duration.ofMinutes(5));

        assertThat(simulator.truth(QUERY)).hasSizeGreaterThan(before);
    }

    @Test
    void isToldOverHttpLineByLine() throws IOException {
        caller.json(Caller.SEARCH, "query=" + QUERY);
        String body = new String(
                caller.get("/simulator/truth", "query=" + QUERY, "format=ndjson")
                        .body(),
                StandardCharsets.UTF_8);
        List<TruePost> truth = simulator.truth(QUERY);

        List<String> lines = body.lines().toList();
        assertThat(lines).hasSameSizeAs(truth);
        JsonNode newest = Caller.JSON.readTree(lines.get(0));
        assertThat(newest.get("id").asLong()).isEqualTo(truth.get(0).id());
        assertThat(newest.get("created_at").asText()).endsWith("Z");
        assertThat(newest.get("hashtags")).hasSameSizeAs(truth.get(0).hashtags());
        assertThat(newest.get("times_served").asInt()).isEqualTo(1);
        assertThat(newest.at("/last_metrics/like_count").asLong())
                .isEqualTo(truth.get(0).lastMetrics().likes());
        assertThat(Caller.JSON.readTree(lines.get(lines.size() - 1)).has("last_served"))
                .isFalse();
    }

    @Test
    void refusesAQueryThatItCannotRead() {
        assertThat(caller.get("/simulator/truth", "query=(").statusCode()).isEqualTo(400);
        assertThat(caller.get("/simulator/truth", "query=a", "format=csv").statusCode())
                .isEqualTo(400);
    }
}
