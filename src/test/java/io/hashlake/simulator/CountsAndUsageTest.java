package io.hashlake.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hashlake.ServerTest;
import io.hashlake.simulator.settings.RateLimits;
import io.hashlake.simulator.settings.SimulatorSettings;
import io.hashlake.simulator.truth.TruePost;
import io.hashlake.tweet.FakeClock;
import io.hashlake.tweet.Snowflake;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ServerTest
class CountsAndUsageTest {

    private static final String COUNTS = "/2/tweets/counts/recent";
    private static final String USAGE = "/2/usage/tweets";

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

    @ParameterizedTest
    @CsvSource({"minute,10081", "hour,169", "day,8"})
    void countsAWeekInStepsOfTheClock(String granularity, int buckets) {
        JsonNode counts = caller.json(COUNTS, "query=#covid19", "granularity=" + granularity);

        assertThat(counts.get("data")).hasSize(buckets);
        assertThat(counts.at("/meta/total_tweet_count").asInt())
                .isEqualTo(simulator.truth("#covid19").size());
        assertThat(IntStream.range(1, buckets))
                .allMatch(i -> counts.at("/data/" + i + "/start").equals(counts.at("/data/" + (i - 1) + "/end")));
        assertThat(counts.at("/data/1/start").asText()).endsWith(":00.000Z");
    }

    @Test
    void countsWhatEachStepHolds() {
        JsonNode counts =
                caller.json(COUNTS, "query=#covid19", "granularity=minute", "start_time=2026-11-22T10:10:00Z");

        assertThat(counts.get("data")).hasSize(8).allSatisfy(bucket -> {
            Instant start = Instant.parse(bucket.get("start").asText());
            Instant end = Instant.parse(bucket.get("end").asText());
            assertThat(bucket.get("tweet_count").asLong())
                    .isPositive()
                    .isEqualTo(simulator.truth("#covid19").stream()
                            .map(TruePost::createdAt)
                            .filter(time -> !time.isBefore(start) && time.isBefore(end))
                            .count());
        });
    }

    @Test
    void countsInTheOtherVocabularyIfAskedTo() {
        JsonNode counts = caller.json(COUNTS, "query=#covid19", "search_count.fields=start,end,post_count");

        assertThat(counts.at("/data/0").has("post_count")).isTrue();
        assertThat(counts.at("/meta/total_post_count").asInt()).isPositive();
    }

    @Test
    void countsNothingAfterTheNewestPost() {
        long future = Snowflake.firstAt(clock.instant().plusSeconds(60));

        assertThat(caller.json(COUNTS, "query=#covid19", "since_id=" + future)
                        .at("/meta/total_tweet_count")
                        .asInt())
                .isZero();
    }

    @Test
    void knowsHowManyPostsWereRead() {
        caller.json(Caller.SEARCH, "query=#covid19", "max_results=50");
        clock.pass(Duration.ofDays(1));
        caller.json(Caller.SEARCH, "query=#covid19", "max_results=10", "end_time=2026-11-22T10:00:00Z");
        JsonNode usage = caller.json(
                        USAGE, "days=2", "usage.fields=project_usage,project_cap,daily_project_usage,cap_reset_day")
                .get("data");

        assertThat(usage.get("project_usage").asText()).isEqualTo("50");
        assertThat(usage.get("project_cap").asText()).isEqualTo("3000000");
        assertThat(usage.at("/daily_project_usage/usage")).hasSize(2);
        assertThat(usage.at("/daily_project_usage/usage/0/date").asText()).isEqualTo("2026-11-22T00:00:00.000Z");
        assertThat(usage.at("/daily_project_usage/usage/0/usage").asText()).isEqualTo("50");
        assertThat(caller.get(USAGE, "days=91").statusCode()).isEqualTo(400);
    }

    @Test
    void enforcesXsLimitsUntilTheirWindowEnds() {
        for (int i = 49; i >= 0; i--) {
            HttpResponse<byte[]> response = caller.get(USAGE, "days=1");
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("x-rate-limit-limit")).contains("50");
            assertThat(response.headers().firstValue("x-rate-limit-remaining")).contains("" + i);
        }
        HttpResponse<byte[]> refused = caller.get(USAGE, "days=1");
        assertThat(refused.statusCode()).isEqualTo(429);
        Instant reset = Instant.ofEpochSecond(
                refused.headers().firstValueAsLong("x-rate-limit-reset").orElseThrow());
        assertThat(reset)
                .isBetween(clock.instant().plusSeconds(899), clock.instant().plusSeconds(901));
        assertThat(caller.get(COUNTS, "query=a").statusCode()).isEqualTo(200);

        clock.pass(Duration.between(clock.instant(), reset));
        assertThat(caller.get(USAGE, "days=1").statusCode()).isEqualTo(200);
    }

    @Test
    void allowsOneRequestASecondToTheFullArchive() {
        assertThat(caller.get("/2/tweets/search/all", "query=a").statusCode()).isEqualTo(200);
        assertThat(caller.get("/2/tweets/search/all", "query=a").statusCode()).isEqualTo(429);
        clock.pass(Duration.ofSeconds(1));
        assertThat(caller.get("/2/tweets/search/all", "query=a").statusCode()).isEqualTo(200);
    }

    @Test
    void neverRunsOutOfWhatIsNotEnforced() throws IOException {
        SimulatorSettings settings = TestSimulator.settings().withRateLimits(RateLimits.NONE);
        try (Simulator generous = Simulator.start(settings, clock, 0)) {
            Caller other = new Caller(generous);
            for (int i = 0; i < 60; i++) {
                HttpResponse<byte[]> response = other.get(USAGE, "days=1");
                assertThat(response.statusCode()).isEqualTo(200);
                assertThat(response.headers()
                                .firstValueAsLong("x-rate-limit-remaining")
                                .orElseThrow())
                        .isPositive();
            }
        }
    }
}
