package io.hashlake.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hashlake.ServerTest;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What one object says of another is true. */
@ServerTest
class ReferencesTest {

    private static final Manifests TEMPLATE = Manifests.read(Path.of("k8s/secrets.example.yaml"));

    @ParameterizedTest
    @EnumSource
    void everyWorkloadSelectsItsOwnPodsAlone(Overlay overlay) {
        Manifests manifests = overlay.manifests();
        manifests
                .workloads()
                .filter(workload -> workload.at("/spec/selector").isObject())
                .forEach(workload -> assertThat(manifests.selected(workload.at("/spec/selector")))
                        .extracting(Pod::workload)
                        .containsExactly(workload));
    }

    @ParameterizedTest
    @EnumSource
    void everyPodOfHashlakeHasADisruptionBudgetOfItsOwn(Overlay overlay) {
        Manifests manifests = overlay.manifests();
        List<Pod> covered = manifests
                .ofKind("PodDisruptionBudget")
                .flatMap(budget -> manifests.selected(budget.at("/spec/selector")).stream())
                .toList();
        assertThat(covered)
                .containsExactlyInAnyOrderElementsOf(
                        manifests.pods().filter(Pod::isHashlake).toList());
    }

    @ParameterizedTest
    @EnumSource
    void everyServiceLeadsToAPortOfEachOfItsPods(Overlay overlay) {
        Manifests manifests = overlay.manifests();
        manifests.ofKind("Service").forEach(service -> {
            List<Pod> pods = manifests.selected(service.at("/spec/selector"));
            assertThat(pods).as(Manifests.title(service)).isNotEmpty();
            for (JsonNode port : service.at("/spec/ports")) {
                assertThat(pods).allSatisfy(pod -> assertThat(pod.portNames())
                        .contains(port.path("targetPort").asText()));
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void everyProbeAsksAPortThatIsThere(Overlay overlay) {
        overlay.manifests().pods().forEach(pod -> pod.containers()
                .forEach(container -> Stream.of("startupProbe", "readinessProbe", "livenessProbe")
                        .map(container::path)
                        .flatMap(probe -> Stream.of(probe.at("/httpGet/port"), probe.at("/tcpSocket/port")))
                        .filter(JsonNode::isValueNode)
                        .filter(port -> !port.isMissingNode())
                        .forEach(port -> assertThat(pod.portNames()).contains(port.asText()))));
    }

    @ParameterizedTest
    @EnumSource
    void everyConfigMapAndSecretThatAPodNeedsIsThereWithItsKey(Overlay overlay) {
        Manifests manifests = overlay.manifests();
        manifests.pods().forEach(pod -> {
            for (JsonNode container : pod.containers()) {
                container.path("envFrom").forEach(from -> assertThat(manifests.find(
                                "ConfigMap", from.at("/configMapRef/name").asText()))
                        .as("%s", from)
                        .isPresent());
                container.path("env").findValues("secretKeyRef").forEach(key -> assertThat(secret(manifests, key))
                        .as("%s of %s", key, pod)
                        .isTrue());
            }
            pod.spec().path("volumes").findValues("configMap").forEach(volume -> assertThat(
                            manifests.find("ConfigMap", volume.path("name").asText()))
                    .as("%s", volume)
                    .isPresent());
        });
    }

    /** In what is rendered or, where the overlay leaves it to its user, in the template. */
    private static boolean secret(Manifests manifests, JsonNode reference) {
        String name = reference.path("name").asText();
        Optional<JsonNode> rendered = manifests.find("Secret", name);
        JsonNode keys = rendered.map(secret -> secret.path("data"))
                .orElseGet(() -> TEMPLATE.find("Secret", name).orElseThrow().path("stringData"));
        return keys.has(reference.path("key").asText());
    }

    @ParameterizedTest
    @EnumSource
    void everyVolumeClaimAndAccountThatAPodUsesIsThere(Overlay overlay) {
        Manifests manifests = overlay.manifests();
        manifests.pods().forEach(pod -> {
            pod.spec().path("volumes").findValues("persistentVolumeClaim").forEach(claim -> assertThat(manifests.find(
                            "PersistentVolumeClaim", claim.path("claimName").asText()))
                    .as("%s", claim)
                    .isPresent());
            pod.containers().forEach(container -> assertThat(pod.volumes())
                    .containsAll(Pod.stream(container.path("volumeMounts"))
                            .map(mount -> mount.path("name").asText())
                            .toList()));
            Optional.ofNullable(pod.spec().get("serviceAccountName"))
                    .ifPresent(account -> assertThat(manifests.find("ServiceAccount", account.asText()))
                            .isPresent());
        });
    }
}
