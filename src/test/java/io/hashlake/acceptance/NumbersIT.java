package io.hashlake.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hashlake.simulator.Simulator;
import io.hashlake.simulator.TestSimulator;
import io.hashlake.simulator.settings.RateLimits;
import io.hashlake.simulator.settings.SimulatorSettings;
import io.hashlake.tweet.FakeClock;
import io.hashlake.warehouse.PreparedWarehouse;
import io.hashlake.warehouse.embedded.EmbeddedWarehouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The API, the star schema, the marts and a plain count over X's own answers give the same numbers: over a night in which the
 * clocks of São Paulo were put on, and then once more with late posts, edits and newer counts.
 */
class NumbersIT {

    private static final ZoneId ZONE = ZoneId.of("America/Sao_Paulo");
    private static final Instant CLOCKS_PUT_ON = Instant.parse("2018-11-04T03:00:00Z");
    private static final Instant NOON = CLOCKS_PUT_ON.plus(Duration.ofHours(12));
    private static final Duration HISTORY = Duration.ofHours(36);
    private static final int POSTS = 30_000;
    private static final List<String> HASHTAGS = List.of("climate", "covid19", "ai");
    private static final String LANGUAGES = "en,es,pt";
    private static final String PERIOD = "from=2018-11-01T00:00:00Z&to=2018-11-08T00:00:00Z";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path directory;

    private final FakeClock clock = new FakeClock(NOON);
    private final TruePosts truth = new TruePosts(LANGUAGES);

    @Test
    void everyWayToAskGivesTheSameNumbers() throws Exception {
        try (Simulator simulator = Simulator.start(world(), clock, 0);
                EmbeddedWarehouse postgres = PreparedWarehouse.start(directory.resolve("postgres"))) {
            SimulatedPages pages = new SimulatedPages(simulator, HASHTAGS);
            List<String> first = pages.all();
            replay(postgres, "first.jsonl", withoutLate(first), NOON);
            assertAgreement(postgres);
            clock.pass(Duration.ofMinutes(50));
            replay(postgres, "second.jsonl", pages.all(), clock.instant());
            assertAgreement(postgres);
        }
    }

    /** What X says of every tenth page is not heard in time. */
    private static List<String> withoutLate(List<String> pages) {
        return IntStream.range(0, pages.size())
                .filter(page -> page % 10 != 3)
                .mapToObj(pages::get)
                .toList();
    }

    private static SimulatorSettings world() {
        return TestSimulator.settings()
                .withHashtags(HASHTAGS)
                .withHistory(HISTORY)
                .withPostsPerSecond(1.1 * POSTS / HISTORY.toSeconds())
                .withRateLimits(RateLimits.NONE);
    }

    /** Brings answers of X into lake and warehouse, as they looked at that time, and counts them. */
    private void replay(EmbeddedWarehouse postgres, String name, List<String> pages, Instant at) throws Exception {
        Path file = Files.write(directory.resolve(name), pages);
        Files.setLastModifiedTime(file, FileTime.from(at));
        for (String page : pages) {
            truth.take(JSON.readTree(page));
        }
        try (HashlakeProcess replay =
                HashlakeProcess.start(directory, warehouse(postgres), List.of("replay", file.toString()))) {
            assertThat(replay.awaitExit()).as(replay.output()).isZero();
        }
    }

    private HashlakeProcess start(EmbeddedWarehouse postgres) throws IOException {
        Map<String, String> properties = new LinkedHashMap<>(warehouse(postgres));
        properties.put("hashlake.roles", "api,jobs");
        properties.put("hashlake.api.token", "a token for this test");
        return HashlakeProcess.start(directory, properties);
    }

    private static Map<String, String> warehouse(EmbeddedWarehouse postgres) {
        return Map.of(
                "hashlake.warehouse.jdbc-url", postgres.jdbcUrl(),
                "hashlake.warehouse.username", postgres.user(),
                "hashlake.warehouse.password", postgres.password(),
                "hashlake.text.languages", LANGUAGES);
    }

    /** By a new process each time: one that was asked before may answer the same for a minute. */
    private void assertAgreement(EmbeddedWarehouse postgres) throws Exception {
        Map<String, TrueNumbers> hours = truth.series(HASHTAGS, ChronoUnit.HOURS, ZONE);
        assertThat(hours).hasSizeGreaterThan(30 * HASHTAGS.size());
        try (HashlakeProcess beforeJobs = start(postgres).awaitUp()) {
            assertApi(beforeJobs, hours);
            run(beforeJobs, "star-schema");
            run(beforeJobs, "marts");
        }
        try (HashlakeProcess afterJobs = start(postgres).awaitUp()) {
            assertApi(afterJobs, hours);
        }
        assertThat(starSchema(postgres)).as("the star schema").isEqualTo(hours);
        assertThat(marts()).as("the marts").isEqualTo(hours);
    }

    private void assertApi(HashlakeProcess process, Map<String, TrueNumbers> hours) throws Exception {
        assertThat(series(process, "hour")).as("hours").isEqualTo(hours);
        assertThat(series(process, "day")).as("days").isEqualTo(truth.series(HASHTAGS, ChronoUnit.DAYS, ZONE));
        assertThat(numbers(ask(process, "/api/v1/totals?hashtag=" + String.join(",", HASHTAGS) + "&" + PERIOD)))
                .as("totals")
                .isEqualTo(truth.of(HASHTAGS));
    }

    private Map<String, TrueNumbers> series(HashlakeProcess process, String interval) throws Exception {
        Map<String, TrueNumbers> series = new TreeMap<>();
        for (String hashtag : HASHTAGS) {
            ask(
                            process,
                            "/api/v1/hashtags/" + hashtag + "/series?interval=" + interval + "&zone=" + ZONE + "&"
                                    + PERIOD)
                    .forEach(point -> series.put(
                            hashtag + "|" + Instant.parse(point.path("start").asText()),
                            numbers(point.path("totals"))));
        }
        return series;
    }

    private static JsonNode ask(HashlakeProcess process, String path) throws Exception {
        return JSON.readTree(process.get(path));
    }

    private static TrueNumbers numbers(JsonNode totals) {
        return new TrueNumbers(
                totals.path("posts").asLong(),
                totals.path("authors").asLong(),
                totals.path("engagement").asLong(),
                totals.path("negative").asLong(),
                totals.path("neutral").asLong(),
                totals.path("positive").asLong());
    }

    /** Its own timer may be at it. */
    private static void run(HashlakeProcess process, String job) {
        await().atMost(Duration.ofMinutes(2))
                .until(() -> process.post("/api/v1/jobs/" + job + "/runs", "a token for this test") == 200);
    }

    private static Map<String, TrueNumbers> starSchema(EmbeddedWarehouse postgres) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(hourly(
                        "dw.fact_hashtag_hour", "dw.dim_hashtag", "(1000 * extract(epoch from hour))::bigint"))) {
            return TrueNumbers.parse(LakeReader.lines(rows));
        }
    }

    private Map<String, TrueNumbers> marts() throws SQLException {
        Path lake = directory.resolve("data/lake");
        try (LakeReader reader = new LakeReader(lake)) {
            return TrueNumbers.parse(reader.rows(hourly(
                    "read_parquet('" + lake + "/marts/fact_hashtag_hour/*/*.parquet')",
                    "read_parquet('" + lake + "/marts/dim_hashtag/*.parquet')",
                    "epoch_ms(hour)")));
        }
    }

    private static String hourly(String facts, String hashtags, String hour) {
        return "select hashtag, " + hour + ", posts, authors, engagement, negative, neutral, positive from " + facts
                + " as fact join " + hashtags + " as tag on tag.hashtag_key = fact.hashtag_key where hashtag in ('"
                + String.join("', '", HASHTAGS) + "')";
    }
}
