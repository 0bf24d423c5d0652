package io.hashlake.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.hashlake.ServerTest;
import io.hashlake.app.doctor.Check.Finding;
import io.hashlake.app.doctor.CheckResult.Status;
import io.hashlake.app.settings.Settings;
import io.hashlake.servers.KafkaBroker;
import io.hashlake.servers.S3Server;
import io.hashlake.simulator.Simulator;
import io.hashlake.simulator.TestSimulator;
import io.hashlake.simulator.settings.SimulatorSettings;
import io.hashlake.warehouse.TestWarehouse;
import io.hashlake.warehouse.jdbc.DatabaseState;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.ds.PGSimpleDataSource;

/** What the doctor says of real servers that are well, and of those that are not. */
@ServerTest
class DoctorTest {

    private static final Duration DEADLINE = Duration.ofSeconds(20);
    private static final String TOKEN = "the-right-token";
    private static final SimulatorSettings X = TestSimulator.settings().withBearerToken(TOKEN);

    @TempDir
    Path directory;

    private final Map<String, String> properties = new HashMap<>();

    @BeforeEach
    void useADatabase() {
        PGSimpleDataSource database = TestWarehouse.unpooled();
        properties.put("hashlake.warehouse.jdbc-url", database.getURL());
        properties.put("hashlake.warehouse.username", database.getUser());
        properties.put("hashlake.warehouse.password", database.getPassword());
        properties.put("hashlake.data-directory", directory.resolve("data").toString());
        properties.put("hashlake.routes", directory.resolve("routes").toString());
    }

    @Test
    void whereAllIsWellNothingIsToBeDone() throws Exception {
        try (Simulator x = Simulator.start(X, Clock.systemUTC(), 0)) {
            assertThat(examine(x, TOKEN).values())
                    .hasSize(11)
                    .allMatch(result -> result.status() == Status.OK)
                    .allMatch(result -> result.advice().isEmpty());
            assertThat(x.requests().toString()).doesNotContain("stream=");
        }
    }

    @Test
    void aWrongTokenIsAFailureAndIsNotPrinted() throws Exception {
        try (Simulator x = Simulator.start(X, Clock.systemUTC(), 0)) {
            Map<String, CheckResult> results = examine(x, "a-wrong-token");
            assertThat(results.get("X").text())
                    .startsWith("failure")
                    .contains("X refuses the bearer token: set a valid one (401 Unauthorized)");
            assertThat(results.get("recent search").status()).isEqualTo(Status.FAILURE);
            assertThat(results.values().toString())
                    .doesNotContain("a-wrong-token", properties.get("hashlake.warehouse.password"));
        }
    }

    @Test
    void anArchiveToWhichATokenIsNotEntitledMattersOnlyToRoutesThatUseIt() throws Exception {
        try (Simulator x = Simulator.start(X.withFullArchive(false), Clock.systemUTC(), 0)) {
            assertThat(examine(x, TOKEN).get("full archive").text())
                    .startsWith("ok")
                    .contains("no route uses it", "403");
        }
        try (Simulator x = Simulator.start(X.withFullArchive(false), Clock.systemUTC(), 0)) {
            route("x:search/rust", "query: \"#rust\"\n        scope: ALL");
            assertThat(examine(x, TOKEN).get("full archive").text())
                    .startsWith("failure")
                    .contains("not entitled");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "credits-depleted, warning, the credits are used up",
        "usage-capped, warning, the usage cap is reached",
        "rate-limited, warning, the rate limit is reached",
        "unavailable, failure, X answered 503"
    })
    void whatXRefusesIsToldWithItsReason(String fault, String status, String reason) throws Exception {
        try (Simulator x = Simulator.start(X, Clock.systemUTC(), 0)) {
            fail(x, fault);
            assertThat(examine(x, TOKEN).get("X").text()).startsWith(status).contains(reason);
        }
    }

    @ParameterizedTest
    @CsvSource({"600, ahead of", "-600, behind"})
    void aClockThatIsOffIsAWarning(int seconds, String told) throws Exception {
        Clock wrong = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(seconds));
        try (Simulator x = Simulator.start(X, Clock.systemUTC(), 0)) {
            assertThat(examine(x, TOKEN, wrong).get("clock").text())
                    .startsWith("warning")
                    .contains(told)
                    .contains("set it by NTP");
        }
    }

    @Test
    void rulesThatARouteLacksAreAWarning() throws Exception {
        route("x:stream/rust", "query: \"#rust\"");
        try (Simulator x = Simulator.start(X, Clock.systemUTC(), 0)) {
            assertThat(examine(x, TOKEN).get("stream rules").text())
                    .startsWith("warning")
                    .contains("X has 0 rules, the routes want 1: 1 missing, 0 no longer wanted");
        }
    }

    @Test
    void anXThatCannotBeReachedIsAFailure() throws Exception {
        Simulator gone = Simulator.start(X, Clock.systemUTC(), 0);
        gone.close();
        Map<String, CheckResult> results = examine(gone, TOKEN);
        assertThat(results.get("X").text()).startsWith("failure").contains("see whether X can be reached");
        assertThat(results.get("warehouse").status()).isEqualTo(Status.OK);
    }

    @Test
    void aDatabaseThatIsDownIsAFailureWithoutItsPassword() throws Exception {
        properties.put("hashlake.warehouse.jdbc-url", "jdbc:postgresql://127.0.0.1:1/none?password=hunter2");
        try (Simulator x = Simulator.start(X, Clock.systemUTC(), 0)) {
            assertThat(examine(x, TOKEN).get("warehouse").text())
                    .startsWith("failure")
                    .contains("refused", "correct hashlake.warehouse.*")
                    .doesNotContain("hunter2");
        }
    }

    @Test
    void aDatabaseOfAnotherReleaseIsTold() {
        assertThat(state(13, OptionalInt.of(17), false)).isEqualTo(Status.FAILURE);
        assertThat(state(16, OptionalInt.empty(), false)).isEqualTo(Status.OK);
        assertThat(state(16, OptionalInt.of(3), false)).isEqualTo(Status.WARNING);
        assertThat(state(16, OptionalInt.of(DatabaseState.NEWEST_MIGRATION + 1), false))
                .isEqualTo(Status.FAILURE);
        assertThat(state(16, OptionalInt.of(3), true)).isEqualTo(Status.FAILURE);
    }

    private static Status state(int major, OptionalInt migration, boolean hasFailure) {
        return DatabaseChecks.state("here", new DatabaseState(major + ".1", major, migration, hasFailure))
                .status();
    }

    @Test
    void aWrongBucketIsAFailure() throws Exception {
        try (S3Server s3 = S3Server.start(Files.createDirectories(directory.resolve("s3")));
                Simulator x = Simulator.start(X, Clock.systemUTC(), 0)) {
            properties.put("hashlake.s3.endpoint", s3.endpoint().toString());
            properties.put("hashlake.s3.access-key", S3Server.ACCESS_KEY);
            properties.put("hashlake.s3.secret-key", S3Server.SECRET_KEY);
            properties.put("hashlake.s3.bucket", S3Server.BUCKET);
            assertThat(examine(x, TOKEN).get("bucket").status()).isEqualTo(Status.OK);
            properties.put("hashlake.s3.bucket", "elsewhere");
            assertThat(examine(x, TOKEN).get("bucket").text())
                    .startsWith("failure")
                    .contains("the bucket does not exist")
                    .doesNotContain(S3Server.SECRET_KEY);
        }
    }

    @Test
    void aDeadBrokerIsAFailure() throws Exception {
        try (KafkaBroker kafka = new KafkaBroker(directory.resolve("kafka")).start();
                Simulator x = Simulator.start(X, Clock.systemUTC(), 0)) {
            properties.put("hashlake.kafka.brokers", kafka.address());
            assertThat(examine(x, TOKEN).get("broker").text())
                    .startsWith("ok")
                    .contains("1 broker answers", "is created at the start");
            kafka.kill();
            assertThat(examine(x, TOKEN).get("broker").text())
                    .startsWith("failure")
                    .contains(kafka.address(), "start the broker");
        }
    }

    @Test
    void aDiskThatFillsUpIsTold() {
        assertThat(disk(500_000_000)).isEqualTo(Status.FAILURE);
        assertThat(disk(2_000_000_000)).isEqualTo(Status.WARNING);
        assertThat(disk(6_000_000_000L)).isEqualTo(Status.OK);
    }

    private static Status disk(long free) {
        return DiskChecks.finding(Path.of("lake"), free, 10_000_000_000L).status();
    }

    @Test
    void aCheckThatHangsFailsAtItsDeadline() throws Exception {
        Check hanging = new Check("hanging", () -> {
            new CountDownLatch(1).await();
            return Finding.ok("");
        });
        Check well = new Check("well", () -> Finding.ok("fine"));
        assertThat(new Doctor(List.of(hanging, well), Duration.ofSeconds(1)).examine())
                .extracting(CheckResult::text)
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("failure").contains("no answer within 1 s"),
                        second -> assertThat(second).startsWith("ok").contains("fine"));
    }

    private static void fail(Simulator x, String fault) throws IOException, InterruptedException {
        String body = "{\"kind\":\"" + fault + "\",\"count\":100}";
        HttpRequest request = HttpRequest.newBuilder(x.baseUri().resolve("/simulator/faults"))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isLessThan(300);
    }

    private void route(String uri, String options) throws IOException {
        Files.writeString(
                Files.createDirectories(directory.resolve("routes")).resolve("mine.yaml"), """
                - route:
                    id: mine
                    description: d
                    from:
                      uri: %s
                      parameters:
                        %s
                      steps:
                        - to:
                            uri: direct:batches
                """.formatted(uri, options));
    }

    private Map<String, CheckResult> examine(Simulator x, String token) throws InterruptedException {
        return examine(x, token, Clock.systemUTC());
    }

    private Map<String, CheckResult> examine(Simulator x, String token, Clock clock) throws InterruptedException {
        Settings settings = Settings.read(new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(new PropertiesConfigSource(properties, "test", 1))
                .build());
        XAccess access = new XAccess(x.baseUri(), token, false);
        return Doctor.of(settings, access, clock, DEADLINE).examine().stream()
                .collect(Collectors.toMap(CheckResult::check, Function.identity()));
    }
}
