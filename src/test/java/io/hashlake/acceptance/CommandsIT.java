package io.hashlake.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hashlake.ServerTest;
import io.hashlake.simulator.settings.SimulatorSettings;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
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
    private static final Map<String, String> NO_DATABASE =
            Map.of("hashlake.warehouse.jdbc-url", "jdbc:postgresql://127.0.0.1:1/none");

    @TempDir
    Path directory;

    @Test
    void whatIsInvalidKeepsTheStartFromSucceedingAndTheOtherWayRound() throws Exception {
        for (BrokenRoutes.Example example : BrokenRoutes.all()) {
            Path routes = example.write(directory.resolve(example.name()));
            assertThat(validate(routes)).as(example.name()).isEqualTo(example.isValid() ? 0 : 1);
            assertThat(isRefusedByTheStart(routes)).as(example.name()).isEqualTo(!example.isValid());
        }
    }

    private int validate(Path routes) throws Exception {
        try (HashlakeProcess process =
                HashlakeProcess.start(directory, NO_DATABASE, List.of("validate", routes.toString()))) {
            return process.awaitExit();
        }
    }

    /** Without a database it never gets up, but it tells first what is wrong with the routes. */
    private boolean isRefusedByTheStart(Path routes) throws Exception {
        try (HashlakeProcess process = HashlakeProcess.start(directory, withRoutes(routes), List.of())) {
            assertThat(process.awaitExit()).isEqualTo(1);
            return process.output().contains(routes + "/");
        }
    }

    private static Map<String, String> withRoutes(Path routes) {
        return Map.of(
                "hashlake.warehouse.jdbc-url",
                "jdbc:postgresql://127.0.0.1:1/none",
                "hashlake.routes",
                routes.toString());
    }

    @Test
    void everyProblemIsALineWithFileAndLineAndJsonHasTheSame() throws Exception {
        Path routes = directory.resolve("routes");
        for (BrokenRoutes.Example example : BrokenRoutes.all()) {
            if (!example.isValid() && example.isFoundStatically()) {
                Files.createDirectories(routes);
                Files.writeString(routes.resolve(example.name() + ".yaml"), example.yaml());
            }
        }
        try (HashlakeProcess text = HashlakeProcess.start(directory, Map.of(), List.of("validate"));
                HashlakeProcess json =
                        HashlakeProcess.start(directory, Map.of(), List.of("validate", "--format", "json"))) {
            assertThat(text.awaitExit()).isEqualTo(1);
            assertThat(json.awaitExit()).isEqualTo(1);
            List<String> lines = text.output().lines().toList();
            assertThat(lines).hasSizeGreaterThan(10).allMatch(line -> line.matches("routes/[\\w-]+\\.yaml:\\d+: .+"));
            JsonNode report = JSON.readTree(json.output());
            assertThat(report.get("valid").booleanValue()).isFalse();
            List<String> found = new ArrayList<>();
            report.get("findings")
                    .forEach(finding -> found.add(finding.get("file").textValue() + ":"
                            + finding.get("line").intValue() + ": "
                            + finding.get("problem").textValue()));
            assertThat(found).isEqualTo(lines);
        }
    }

    @Test
    void aDirectoryThatIsNoneIsWrongUsage() throws Exception {
        try (HashlakeProcess process = HashlakeProcess.start(directory, Map.of(), List.of("validate", "nowhere"))) {
            assertThat(process.awaitExit()).isEqualTo(2);
            assertThat(process.output()).contains("DIR is no directory: nowhere");
        }
    }

    @Test
    void hashtagsComeAndGoThroughTheApiWhileDoctorAndGapsLookOn() throws Exception {
        SimulatorSettings settings = SimulatorSettings.defaults().withHashtags(List.of("rust", "java"));
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
