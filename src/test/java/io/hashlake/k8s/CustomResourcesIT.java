package io.hashlake.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Objects of KEDA and of the Prometheus operator are of the types that npm has of them, as TypeScript's compiler sees it. */
class CustomResourcesIT {

    private static final Path TYPES = Path.of("target/kubernetes-types");
    private static final Map<String, String> PACKAGES = Map.of(
            "keda.sh/v1alpha1", "@kubernetes-models/keda",
            "monitoring.coreos.com/v1", "@kubernetes-models/prometheus-operator");

    @BeforeAll
    static void install() throws IOException {
        Command.require("npm", "--version");
        Files.createDirectories(TYPES);
        Files.copy(
                Path.of("src/test/kubernetes-types/package.json"),
                TYPES.resolve("package.json"),
                StandardCopyOption.REPLACE_EXISTING);
        Command.Result installed = Command.run(TYPES, "npm", "install", "--ignore-scripts", "--no-audit", "--no-fund");
        assumeTrue(installed.exitCode() == 0, "npm cannot fetch the types: " + installed.output());
    }

    @Test
    void everyCustomResourceIsOfItsType() throws IOException {
        StringBuilder script = new StringBuilder();
        Set<String> kinds = new TreeSet<>();
        for (Overlay overlay : Overlay.values()) {
            for (JsonNode object : overlay.manifests().objects()) {
                if (!StrictModels.know(object)) {
                    kinds.add(object.path("kind").asText());
                    script.append(declaration(object, object.toString()));
                }
            }
        }
        assertThat(kinds).containsExactly("PrometheusRule", "ScaledObject", "ServiceMonitor");
        assertThat(compile(script.toString()).output()).isEmpty();
    }

    @Test
    void aFieldThatTheTypeLacksIsFound() throws IOException {
        JsonNode object = Overlay.SCALED_AND_COMPONENTS
                .manifests()
                .ofKind("ScaledObject")
                .findFirst()
                .orElseThrow();
        String wrong = object.toString().replace("\"maxReplicaCount\"", "\"maxReplicas\"");

        assertThat(compile(declaration(object, wrong)).output()).contains("'\"maxReplicas\"' does not exist");
    }

    /** A block, so that names do not clash; as a literal, the compiler knows each field of it. */
    private static String declaration(JsonNode object, String literal) {
        String version = object.path("apiVersion").asText();
        String kind = object.path("kind").asText();
        String type = "import(\"%s/%s/%s\").I%s".formatted(PACKAGES.get(version), version, kind, kind);
        return "{ const object: " + type + " = " + literal + "; }\n";
    }

    private static Command.Result compile(String script) throws IOException {
        Files.writeString(TYPES.resolve("check.ts"), script);
        String tsc = TYPES.resolve("node_modules/.bin/tsc").toAbsolutePath().toString();
        return Command.run(TYPES, tsc, "--noEmit", "--strict", "--module", "nodenext", "check.ts");
    }
}
