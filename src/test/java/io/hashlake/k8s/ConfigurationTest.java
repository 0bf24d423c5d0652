package io.hashlake.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hashlake.ServerTest;
import io.hashlake.TestConfig;
import io.hashlake.pipeline.PipelineConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the pods are told is what the application takes. */
@ServerTest
class ConfigurationTest {

    private static final List<String> ADDRESSES =
            List.of("HASHLAKE_KAFKA_BROKERS", "HASHLAKE_WAREHOUSE_JDBC_URL", "HASHLAKE_S3_ENDPOINT");

    @ParameterizedTest
    @EnumSource
    void everyVariableStandsForADocumentedProperty(Overlay overlay) throws IOException {
        String documented = Files.readString(Path.of("docs/configuration.md"));
        Manifests manifests = overlay.manifests();
        manifests.pods().filter(Pod::isHashlake).forEach(pod -> Environment.names(manifests, pod).stream()
                .filter(name -> name.startsWith("HASHLAKE_"))
                .forEach(name -> assertThat(documented).contains("`" + name + "`")));
    }

    @ParameterizedTest
    @EnumSource
    void noVariableOfAServiceIsTakenForAProperty(Overlay overlay) {
        assertThat(overlay.manifests().pods()).allSatisfy(pod -> assertThat(
                        pod.spec().path("enableServiceLinks").asBoolean(true))
                .as(pod.toString())
                .isFalse());
    }

    @ParameterizedTest
    @EnumSource(names = {"SCALED", "PRODUCTION", "SCALED_AND_COMPONENTS", "PRODUCTION_AND_COMPONENTS"})
    void everyRoleThatIsAtWorkByDefaultHasADeploymentAndSoHasTheComponents(Overlay overlay) {
        Stream<String> roles = overlay.manifests()
                .pods()
                .filter(Pod::isHashlake)
                .map(pod -> Environment.value(pod, "HASHLAKE_ROLES").orElseThrow());
        List<String> expected = new ArrayList<>(
                List.of(TestConfig.of(PipelineConfig.class).roles().split(",")));
        if (overlay.name().endsWith("COMPONENTS")) {
            expected.add("index");
        }
        assertThat(roles).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void theRoleIndexAndTheApiKnowTheIndexAndItsCredentials() {
        Manifests manifests = Overlay.SCALED_AND_COMPONENTS.manifests();
        assertThat(List.of("index", "api")).allSatisfy(role -> {
            Pod pod = new Pod(manifests.find("Deployment", "hashlake-" + role).orElseThrow());
            assertThat(Environment.names(manifests, pod))
                    .contains(
                            "HASHLAKE_INDEX_URL",
                            "HASHLAKE_INDEX_API_KEY",
                            "HASHLAKE_INDEX_USERNAME",
                            "HASHLAKE_INDEX_PASSWORD");
        });
    }

    @ParameterizedTest
    @EnumSource
    void whoeverFollowsSourcesOrKeepsADatabaseIsNeverThereTwice(Overlay overlay) {
        overlay.manifests()
                .workloads()
                .filter(workload -> workload.path("kind").asText().equals("Deployment"))
                .filter(workload -> List.of("all-in-one", "ingest", "jobs").contains(new Pod(workload).component()))
                .forEach(workload -> {
                    assertThat(workload.at("/spec/replicas").asInt()).isEqualTo(1);
                    assertThat(workload.at("/spec/strategy/type").asText()).isEqualTo("Recreate");
                });
    }

    @ParameterizedTest
    @EnumSource
    void addressesInTheClusterAreThoseOfServices(Overlay overlay) {
        Manifests manifests = overlay.manifests();
        Map<String, String> variables = Environment.of(manifests);
        ADDRESSES.stream()
                .filter(variables::containsKey)
                .map(name -> Environment.host(variables.get(name)))
                .filter(host -> !host.contains("."))
                .forEach(host ->
                        assertThat(manifests.find("Service", host)).as(host).isPresent());
    }

    @ParameterizedTest
    @EnumSource
    void whatIsScaledHasNoFixedNumberOfPods(Overlay overlay) {
        Manifests manifests = overlay.manifests();
        Stream.concat(manifests.ofKind("ScaledObject"), manifests.ofKind("HorizontalPodAutoscaler"))
                .map(scaler -> scaler.at("/spec/scaleTargetRef/name").asText())
                .map(name -> manifests.find("Deployment", name).orElseThrow())
                .forEach(target -> assertThat(target.path("spec").has("replicas"))
                        .as(Manifests.title(target))
                        .isFalse());
    }

    @Test
    void sinksAreScaledByTheLagOfTheirGroupUpToTheTopicsPartitions() throws IOException {
        String documented = Files.readString(Path.of("docs/configuration.md"));
        Manifests manifests = Overlay.SCALED_AND_COMPONENTS.manifests();
        List<JsonNode> scaled = manifests.ofKind("ScaledObject").toList();
        assertThat(scaled).extracting(Manifests::name).containsExactly("hashlake-lake", "hashlake-warehouse");
        for (JsonNode sink : scaled) {
            JsonNode trigger = sink.at("/spec/triggers/0/metadata");
            assertThat(trigger.path("consumerGroup").asText()).isEqualTo(Manifests.name(sink));
            assertThat(documented)
                    .contains("| `HASHLAKE_KAFKA_TOPIC` | `"
                            + trigger.path("topic").asText() + "` |")
                    .contains("| `HASHLAKE_KAFKA_PARTITIONS` | `"
                            + sink.at("/spec/maxReplicaCount").asText() + "` |");
            Pod pod = new Pod(manifests
                    .find("Deployment", sink.at("/spec/scaleTargetRef/name").asText())
                    .orElseThrow());
            assertThat(pod.containers().get(0).path("name"))
                    .isEqualTo(sink.at("/spec/scaleTargetRef/envSourceContainerName"));
            assertThat(Environment.names(manifests, pod))
                    .contains(trigger.path("bootstrapServersFromEnv").asText());
        }
    }
}
