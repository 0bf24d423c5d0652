package io.hashlake.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hashlake.ServerTest;
import io.hashlake.simulator.TestSimulator;
import io.hashlake.simulator.settings.SimulatorSettings;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of the packaged application, alone and beside the service. */
@ServerTest
class CommandsIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TOKEN = "a-token-of-the-tests";
    private static final Duration EFFECT = Duration.ofSeconds(30);

    /** None is needed to find a mistake, so none is started. */
    private static final Map<String, String> NO_DATABASE =
            Map.of("hashlake.warehouse.jdbc-url", "jdbc:postgresql://127.0.0.1:1/none");

    @TempDir
    Path directory;

    @Test
    void everyKindOfMistakeIsALineThatTheStartTellsToo() throws Exception {
        List<String> names = BrokenRoutes.write(BrokenRoutes.wrong(), directory.resolve("routes"));
        List<String> lines = run(1, "validate").lines().toList();
        assertThat(lines).allMatch(line -> line.matches("routes/[\\w-]+\\.yaml:\\d+: .+"));
        assertThat(names)
                .allSatisfy(name -> assertThat(lines).anyMatch(line -> line.startsWith("routes/" + name + ":")));

        JsonNode report = JSON.readTree(run(1, "validate", "--format", "json"));
        assertThat(report.get("valid").booleanValue()).isFalse();
        assertThat(report.get("routeFiles").isNull()).isTrue();
        List<String> found = new ArrayList<>();
        report.get("findings")
                .forEach(finding -> found.add(finding.get("file").textValue() + ":"
                        + finding.get("line").intValue() + ": "
                        + finding.get("problem").textValue()));
        assertThat(found).isEqualTo(lines);

        assertThat(run(1).lines().skip(1))
                .containsExactlyElementsOf(
                        lines.stream().map(line -> "  - " + line).toList());
    }

    @Test
    void whatCannotBeLoadedIsToldByBoth() throws Exception {
        BrokenRoutes.write(BrokenRoutes.unloadable(), directory.resolve("routes"));
        String problem = run(1, "validate").strip();
        assertThat(problem).startsWith("routes/step.yaml:9: ").contains("too");
        assertThat(run(1)).contains("  - " + problem);
    }

    /** Without a database the start ends, and says so, but nothing of the routes. */
    @Test
    void whatIsValidIsAcceptedByBoth() throws Exception {
        BrokenRoutes.write(BrokenRoutes.valid(), directory.resolve("routes"));
        assertThat(run(0, "validate")).contains("are valid");
        assertThat(run(1)).contains("hashlake.warehouse.jdbc-url").doesNotContain("routes/");
    }

    private String run(int exitCode, String... arguments) throws Exception {
        try (HashlakeProcess process = HashlakeProcess.start(directory, NO_DATABASE, List.of(arguments))) {
            assertThat(process.awaitExit()).as(process.output()).isEqualTo(exitCode);
            return process.output();
        }
    }

    @Test
    void aDirectoryThatIsNoneIsWrongUsage() throws Exception {
        assertThat(run(2, "validate", "nowhere")).contains("DIR is no directory: nowhere");
    }

    @Test
    void hashtagsComeAndGoThroughTheApiWhileDoctorAndGapsLookOn() throws Exception {
        SimulatorSettings settings = TestSimulator.settings().withHashtags(List.of("rust", "java"));
        Map<String, String> properties =
                Map.of("hashlake.api.token", TOKEN, "hashlake.reload.every", "1s", "hashlake.lease.term", "3s");
        try (Workspace workspace = new Workspace(directory, settings);
                HashlakeProcess process = workspace.start(properties).awaitUp()) {
            awaitSources(process, List.of("java", "rust"));
            assertThat(follow(process, "go", TOKEN).statusCode()).isEqualTo(201);
            awaitSources(process, List.of("go", "java", "rust"));
            assertThat(follow(process, "go", TOKEN).statusCode()).isEqualTo(409);
            assertThat(follow(process, "covid-19", TOKEN).statusCode()).isEqualTo(400);
            assertThat(follow(process, "c", "not-the-right-token").statusCode()).isEqualTo(401);
            assertLookOn(workspace);
            assertThat(unfollow(process, "go")).isEqualTo(204);
            awaitSources(process, List.of("java", "rust"));
            assertThat(unfollow(process, "go")).isEqualTo(404);
            assertThat(unfollow(process, "rust")).isEqualTo(409);
        }
    }

    private static void assertLookOn(Workspace workspace) throws Exception {
        try (HashlakeProcess doctor = workspace.start(Map.of(), "doctor", "--format", "json")) {
            assertThat(doctor.awaitExit()).as(doctor.output()).isZero();
            assertThat(JSON.readTree(doctor.output())).hasSizeGreaterThan(8);
        }
        try (HashlakeProcess gaps = workspace.start(Map.of(), "gaps", "--format", "csv")) {
            assertThat(gaps.awaitExit()).as(gaps.output()).isZero();
            assertThat(gaps.output()).startsWith("source,from,to,reason,state,filled,posts,note");
        }
    }

    private static void awaitSources(HashlakeProcess process, List<String> names) {
        await().atMost(EFFECT).untilAsserted(() -> {
            List<String> listed = new ArrayList<>();
            JSON.readTree(process.get("/api/v1/sources"))
                    .forEach(source -> listed.add(source.get("source").textValue()));
            assertThat(listed).isEqualTo(names);
        });
    }

    private static HttpResponse<String> follow(HashlakeProcess process, String hashtag, String token) throws Exception {
        return HashlakeProcess.send(process.request("/api/v1/sources")
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"hashtag\": \"" + hashtag + "\"}")));
    }

    private static int unfollow(HashlakeProcess process, String source) throws Exception {
        HttpRequest.Builder request =
                process.request("/api/v1/sources/" + source).header("Authorization", "Bearer " + TOKEN);
        return HashlakeProcess.send(request.DELETE()).statusCode();
    }
}
