package io.hashlake.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.hashlake.ServerTest;
import io.hashlake.simulator.settings.FaultKind;
import io.hashlake.simulator.settings.SimulatorSettings;
import io.hashlake.simulator.settings.SimulatorVocabulary;
import io.hashlake.tweet.FakeClock;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds what the simulator answers against X's own OpenAPI documents. */
@ServerTest
class OpenApiTest {

    private static final Path SHARED = Path.of("../shared/x-api");
    private static final String[] ENDPOINTS = {
        "/2/tweets/search/recent", "/2/tweets/search/all", "/2/tweets/counts/recent", "/2/usage/tweets"
    };

    private static JsonNode document(SimulatorVocabulary vocabulary) throws IOException {
        Path file = SHARED.resolve(
                switch (vocabulary) {
                    case TWEET -> "openapi-2.166-2026-07-06.json";
                    case POST -> "openapi-2.167-2026-08-22.json";
                });
        Assumptions.assumeTrue(Files.exists(file), "X's OpenAPI document is not there: " + file);
        return Caller.JSON.readTree(file.toFile());
    }

    /** The schema at this place of the document, with all the document's schemas to refer to. */
    private static JsonSchema schema(JsonNode document, JsonNode place) {
        ObjectNode schema = place.deepCopy();
        schema.set("components", document.get("components").deepCopy());
        SchemaValidatorsConfig config =
                SchemaValidatorsConfig.builder().nullableKeywordEnabled(true).build();
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4).getSchema(schema, config);
    }

    private static Set<ValidationMessage> check(JsonNode document, String path, String status, JsonNode body) {
        return check(document, path, "get/responses/" + status, status, body);
    }

    private static Set<ValidationMessage> check(
            JsonNode document, String path, String place, String status, JsonNode body) {
        JsonNode content = document.get("paths").get(path).at("/" + place + "/content");
        JsonNode media = content.has("application/problem+json") && !status.equals("200")
                ? content.get("application/problem+json")
                : content.get("application/json");
        return schema(document, media.get("schema")).validate(body);
    }

    /** A request for every field and expansion that the document lists, and for as much as one page holds. */
    private static String[] everything(JsonNode document, String path) {
        List<String> parameters = new ArrayList<>();
        for (JsonNode reference : document.get("paths").get(path).at("/get/parameters")) {
            JsonNode parameter = reference.has("$ref")
                    ? document.at(reference.get("$ref").asText().substring(1))
                    : reference;
            JsonNode values = parameter.at("/schema/items/enum");
            if (!values.isMissingNode()) {
                parameters.add(parameter.get("name").asText() + "=" + joined(values));
            }
        }
        if (path.endsWith("/stream")) {
            return parameters.toArray(String[]::new);
        }
        if (!path.contains("usage")) {
            parameters.add("query=#covid19 OR #AI OR #climate");
        }
        if (path.contains("search")) {
            parameters.add("max_results=" + (path.contains("all") ? 500 : 100));
        }
        return parameters.toArray(String[]::new);
    }

    private static String joined(JsonNode values) {
        List<String> names = new ArrayList<>();
        values.forEach(value -> names.add(value.asText()));
        return String.join(",", names);
    }

    @ParameterizedTest
    @EnumSource(SimulatorVocabulary.class)
    void answersWithEverythingAsItIsDocumented(SimulatorVocabulary vocabulary) throws IOException {
        JsonNode document = document(vocabulary);
        SimulatorSettings settings =
                TestSimulator.settings().withVocabularies(Set.of(vocabulary)).withPostsPerSecond(50);
        try (Simulator simulator = Simulator.start(settings, new FakeClock(Caller.START), 0)) {
            Caller caller = new Caller(simulator);
            for (String path : ENDPOINTS) {
                JsonNode body = caller.json(path, everything(document, path));
                assertThat(body.path("data")).as(path).isNotEmpty();
                assertThat(check(document, path, "200", body)).as(path).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(SimulatorVocabulary.class)
    void failsAsItIsDocumented(SimulatorVocabulary vocabulary) throws IOException {
        JsonNode document = document(vocabulary);
        SimulatorSettings settings = TestSimulator.settings().withVocabularies(Set.of(vocabulary));
        try (Simulator simulator = Simulator.start(settings, new FakeClock(Caller.START), 0)) {
            Caller caller = new Caller(simulator);
            for (String path : ENDPOINTS) {
                JsonNode problem = caller.json(path, "nonsense=1");
                assertThat(problem.at("/errors/0/parameters/nonsense")).isNotEmpty();
                assertThat(check(document, path, "default", problem)).as(path).isEmpty();
            }
            simulator.fail(FaultKind.PARTIAL_ERRORS, 1);
            JsonNode partial = caller.json(Caller.SEARCH, "query=#covid19");
            assertThat(partial.get("errors")).isNotEmpty();
            assertThat(check(document, Caller.SEARCH, "200", partial)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(SimulatorVocabulary.class)
    void streamsAsItIsDocumented(SimulatorVocabulary vocabulary) throws IOException {
        JsonNode document = document(vocabulary);
        FakeClock clock = new FakeClock(Caller.START);
        SimulatorSettings settings = TestSimulator.settings()
                .withVocabularies(Set.of(vocabulary))
                .withStreams(TestSimulator.streams().withSample(0.5));
        try (Simulator simulator = Simulator.start(settings, clock, 0)) {
            Caller caller = new Caller(simulator);
            JsonNode added = Caller.json(caller.addRules("a=#covid19", "b=#AI OR #climate"));
            assertThat(check(document, Caller.RULES, "post/responses/200", "200", added))
                    .isEmpty();
            assertThat(check(document, Caller.RULES, "200", caller.json(Caller.RULES)))
                    .isEmpty();
            for (String path : List.of(Caller.STREAM, Caller.SAMPLE)) {
                assertThat(lines(caller.uri(path, everything(document, path)), clock))
                        .as(path)
                        .allSatisfy(line ->
                                assertThat(check(document, path, "200", line)).isEmpty());
            }
            JsonNode closed = Caller.json(caller.delete("/2/connections/all"));
            assertThat(check(document, "/2/connections/all", "delete/responses/200", "200", closed))
                    .isEmpty();
        }
    }

    private static List<JsonNode> lines(URI uri, FakeClock clock) {
        try (StreamClient stream = new StreamClient(uri)) {
            assertThat(stream.status()).isEqualTo(200);
            clock.pass(Duration.ofSeconds(30));
            return stream.await(50);
        }
    }

    @ParameterizedTest
    @EnumSource(SimulatorVocabulary.class)
    void wouldNoticeAMistake(SimulatorVocabulary vocabulary) throws IOException {
        JsonNode document = document(vocabulary);
        JsonNode wrong = Caller.JSON.readTree("{\"data\":[{\"id\":1,\"public_metrics\":{}}]}");

        assertThat(check(document, Caller.SEARCH, "200", wrong)).hasSizeGreaterThan(1);
    }
}
