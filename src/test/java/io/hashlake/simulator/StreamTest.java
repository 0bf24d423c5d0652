package io.hashlake.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.hashlake.ServerTest;
import io.hashlake.simulator.settings.SimulatedStreamSettings;
import io.hashlake.simulator.truth.StreamDelivery;
import io.hashlake.simulator.truth.StreamSession;
import io.hashlake.tweet.FakeClock;
import java.io.IOException;
import java.net.http.HttpResponse;
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
class StreamTest {

    private static final Duration HEARTBEAT = Duration.ofMillis(100);

    private final FakeClock clock = new FakeClock(Caller.START);
    private Simulator simulator;
    private Caller caller;

    @BeforeEach
    void start() throws IOException {
        start(TestSimulator.streams());
    }

    private void start(SimulatedStreamSettings settings) throws IOException {
        stop();
        simulator = Simulator.start(TestSimulator.settings().withStreams(settings.withHeartbeat(HEARTBEAT)), clock, 0);
        caller = new Caller(simulator);
    }

    @AfterEach
    void stop() {
        if (simulator != null) {
            simulator.close();
        }
    }

    private List<Long> truth(String rule, Instant from) {
        List<Long> ids = new ArrayList<>();
        simulator.streamTruth(rule, from, Instant.MAX).forEach(post -> ids.add(0, post.id()));
        return ids;
    }

    private static List<Long> ids(List<JsonNode> lines) {
        return lines.stream().map(line -> line.at("/data/id").asLong()).toList();
    }

    @Test
    void givesWhatIsWrittenFromNowOn() {
        caller.addRules("clima=#clima");
        try (StreamClient stream = caller.stream(Caller.STREAM, "tweet.fields=created_at")) {
            stream.awaitHeartbeats(1);
            assertThat(stream.lines()).isEmpty();

            clock.pass(Duration.ofMinutes(2));
            List<Long> expected = truth("#clima", Caller.START.plusMillis(1));

            assertThat(ids(stream.await(expected.size()))).isEqualTo(expected).hasSizeGreaterThan(20);
            stream.awaitHeartbeats((int) stream.heartbeats() + 2);
            assertThat(stream.lines()).hasSameSizeAs(expected);
        }
    }

    @Test
    void tellsWhichRulesAPostMatches() {
        caller.addRules("one=#clima", "two=#saude OR #clima", "three=#vacina");
        try (StreamClient stream = caller.stream(Caller.STREAM)) {
            clock.pass(Duration.ofMinutes(2));
            int expected = truth("#clima OR #saude OR #vacina", Caller.START.plusMillis(1))
                    .size();

            Map<String, Long> byTags = stream.await(expected).stream()
                    .collect(Collectors.groupingBy(StreamTest::tags, Collectors.counting()));

            assertThat(byTags).containsKeys("one two", "two", "three").doesNotContainKey("one");
        }
    }

    private static String tags(JsonNode line) {
        List<String> tags = new ArrayList<>();
        line.get("matching_rules").forEach(rule -> tags.add(rule.get("tag").asText()));
        return String.join(" ", tags);
    }

    @Test
    void looksAtAccentsWhereSearchDoesNot() {
        caller.addRules("with=#saúde", "without=#saude");
        try (StreamClient stream = caller.stream(Caller.STREAM)) {
            clock.pass(Duration.ofMinutes(5));
            int expected = truth("#saúde OR #saude", Caller.START.plusMillis(1)).size();

            List<String> tags =
                    stream.await(expected).stream().map(StreamTest::tags).toList();
            assertThat(tags).contains("with", "without");
            assertThat(truth("#saúde", Caller.START)).isNotEqualTo(truth("#saude", Caller.START));
        }
    }

    @Test
    void bringsRepostsAndQuotesOfWhatMatches() {
        caller.addRules("a=#covid19");
        try (StreamClient stream = caller.stream(
                Caller.STREAM, "tweet.fields=entities,referenced_tweets", "expansions=referenced_tweets.id")) {
            clock.pass(Duration.ofMinutes(2));
            List<JsonNode> lines =
                    stream.await(truth("#covid19", Caller.START.plusMillis(1)).size());

            assertThat(lines).anyMatch(line -> reference(line).equals("retweeted") && hasTag(included(line)));
            assertThat(lines)
                    .anyMatch(line ->
                            reference(line).equals("quoted") && !hasTag(line.get("data")) && hasTag(included(line)));
            assertThat(lines).allMatch(line -> hasTag(line.get("data")) || hasTag(included(line)));
        }
    }

    private static String reference(JsonNode line) {
        return line.at("/data/referenced_tweets/0/type").asText();
    }

    private static JsonNode included(JsonNode line) {
        return line.at("/includes/tweets/0");
    }

    /** Long texts are cut in {@code entities}. */
    private static boolean hasTag(JsonNode post) {
        return post.at("/entities/hashtags").findValuesAsText("tag").stream().anyMatch("covid19"::equalsIgnoreCase)
                || post.path("text").asText().contains("… https://t.co/");
    }

    @Test
    void letsOneConnectionIn() {
        caller.addRules("a=#clima");
        try (StreamClient first = caller.stream(Caller.STREAM)) {
            HttpResponse<byte[]> second = caller.get(Caller.STREAM);

            assertThat(second.statusCode()).isEqualTo(429);
            JsonNode problem = Caller.json(second);
            assertThat(problem.get("title").asText()).isEqualTo("ConnectionException");
            assertThat(problem.get("connection_issue").asText()).isEqualTo("TooManyConnections");
            assertThat(problem.get("type").asText()).endsWith("/streaming-connection");
            assertThat(first.isOver()).isFalse();
        }
        try (StreamClient next = caller.stream(Caller.STREAM)) {
            assertThat(next.status()).isEqualTo(200);
        }
    }

    @Test
    void wantsRules() {
        HttpResponse<byte[]> refused = caller.get(Caller.STREAM);

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(Caller.json(refused).get("connection_issue").asText()).isEqualTo("RuleConfigurationIssue");
    }

    @Test
    void mayBeConnectedToFiftyTimes() {
        caller.addRules("a=#clima");
        for (int left = 49; left >= 0; left--) {
            try (StreamClient stream = caller.stream(Caller.STREAM)) {
                assertThat(stream.response().headers().firstValue("x-rate-limit-remaining"))
                        .contains(Integer.toString(left));
            }
        }
        HttpResponse<byte[]> refused = caller.get(Caller.STREAM);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(Caller.json(refused).get("title").asText()).isEqualTo("Too Many Requests");
        assertThat(refused.headers().firstValue("x-rate-limit-limit")).contains("50");
    }

    @Test
    void isClosedOnDemand() {
        caller.addRules("a=#clima");
        try (StreamClient stream = caller.stream(Caller.STREAM)) {
            JsonNode closed = Caller.json(caller.delete("/2/connections/all"));

            assertThat(closed.at("/data/successful_kills").asInt()).isEqualTo(1);
            assertThat(stream.awaitEnd()).isNull();
            assertThat(caller.stream(Caller.STREAM).status()).isEqualTo(200);
        }
        assertThat(simulator.streams().get(0).outcome()).isEqualTo("closed");
    }

    @Test
    void takesUpRulesLaterWithoutANewConnection() throws IOException {
        start(TestSimulator.streams().withRuleDelay(Duration.ofSeconds(20)));
        caller.addRules("clima=#clima");
        try (StreamClient stream = caller.stream(Caller.STREAM)) {
            clock.pass(Duration.ofSeconds(1));
            Instant change = clock.instant();
            caller.addRules("vacina=#vacina");
            caller.post(Caller.RULES, "{\"delete\":{\"values\":[\"#clima\"]}}");
            clock.pass(Duration.ofSeconds(19));
            stream.await(truth("#clima", Caller.START.plusMillis(1)).size());
            await().until(() -> simulator.deliveries().size() == stream.lines().size());
            assertThat(simulator.deliveries())
                    .allMatch(delivery -> delivery.tags().contains("clima"));

            clock.pass(Duration.ofSeconds(1));
            await().untilAsserted(() -> assertThat(stream.heartbeats()).isPositive());
            Instant effective = clock.instant();
            clock.pass(Duration.ofMinutes(1));
            List<Long> expected = truth("#vacina", effective.plusMillis(1));
            await().untilAsserted(() -> assertThat(simulator.deliveries().stream()
                            .filter(delivery -> delivery.tags().contains("vacina"))
                            .map(StreamDelivery::id))
                    .containsAll(expected));
            assertThat(change).isBefore(effective);
        }
    }

    @Test
    void samplesAllPosts() throws IOException {
        start(TestSimulator.streams().withSample(0.1));
        try (StreamClient stream = caller.stream(Caller.SAMPLE)) {
            clock.pass(Duration.ofMinutes(1));
            List<JsonNode> lines = stream.await(80);

            assertThat(lines.size()).isBetween(80, 160);
            assertThat(lines).allMatch(line -> line.has("data") && !line.has("matching_rules"));
        }
    }

    @Test
    void goesBackForThoseWhoMay() throws IOException {
        caller.addRules("a=#clima");
        HttpResponse<byte[]> refused = caller.get(Caller.STREAM, "backfill_minutes=2");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(Caller.json(refused).at("/errors/0/parameters").has("backfill_minutes"))
                .isTrue();

        start(TestSimulator.streams().withBackfill(true));
        caller.addRules("a=#clima");
        List<Long> expected =
                truth("#clima", Caller.START.minus(Duration.ofMinutes(2)).plusMillis(1));
        try (StreamClient stream = caller.stream(Caller.STREAM, "backfill_minutes=2")) {
            assertThat(ids(stream.await(expected.size()))).isEqualTo(expected);
        }
        assertThat(caller.get(Caller.STREAM, "backfill_minutes=6").statusCode()).isEqualTo(400);
    }

    @Test
    void keepsTheBooks() {
        caller.addRules("clima=#clima");
        try (StreamClient stream = caller.stream(Caller.STREAM)) {
            clock.pass(Duration.ofMinutes(1));
            List<Long> ids =
                    ids(stream.await(truth("#clima", Caller.START.plusMillis(1)).size()));

            assertThat(simulator.deliveries()).extracting(StreamDelivery::id).isEqualTo(ids);
            assertThat(simulator.deliveries()).allMatch(delivery -> delivery.session() == 1);
            assertThat(simulator.streamTruth("#clima", Caller.START.plusMillis(1), Instant.MAX))
                    .allMatch(post -> post.timesServed() == 1);
            assertThat(simulator.truth("#clima")).allMatch(post -> post.timesServed() == 0);
            assertThat(simulator.streams())
                    .containsExactly(new StreamSession(1, Caller.STREAM, Caller.START, null, null, ids.size()));
        }
    }

    @Test
    void refusesParametersThatXDoesNotKnow() {
        caller.addRules("a=#clima");

        assertThat(caller.get(Caller.STREAM, "query=#clima").statusCode()).isEqualTo(400);
        assertThat(caller.get(Caller.STREAM, "post.fields=created_at").statusCode())
                .isEqualTo(400);
        assertThat(caller.get(Caller.STREAM, "tweet.fields=nonsense").statusCode())
                .isEqualTo(400);
    }
}
