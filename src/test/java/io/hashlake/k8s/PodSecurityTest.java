package io.hashlake.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hashlake.ServerTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every pod keeps to Pod Security's profile "restricted", and the namespace enforces it. */
@ServerTest
class PodSecurityTest {

    private static final String GOOD = """
            {'automountServiceAccountToken': false,
             'securityContext': {'runAsNonRoot': true, 'seccompProfile': {'type': 'RuntimeDefault'}},
             'volumes': [{'name': 'a', 'emptyDir': {}}],
             'containers': [{'name': 'a', 'securityContext': {'allowPrivilegeEscalation': false,
               'readOnlyRootFilesystem': true, 'capabilities': {'drop': ['ALL']}}}]}""";

    @ParameterizedTest
    @EnumSource
    void everyPodIsRestricted(Overlay overlay) {
        assertThat(overlay.manifests().pods()).isNotEmpty().allSatisfy(pod -> assertThat(
                        PodSecurity.violations(pod.spec()))
                .as(pod.toString())
                .isEmpty());
    }

    @ParameterizedTest
    @EnumSource
    void theNamespaceEnforcesIt(Overlay overlay) {
        assertThat(overlay.manifests().ofKind("Namespace")).singleElement().satisfies(namespace -> assertThat(namespace
                        .at("/metadata/labels/pod-security.kubernetes.io~1enforce")
                        .asText())
                .isEqualTo("restricted"));
    }

    @ParameterizedTest
    @EnumSource
    void whatHashlakeWritesLiesInAVolumeAndItIsTheUserOfItsImage(Overlay overlay) throws Exception {
        for (String kind : List.of("jvm", "native")) {
            requireVolumesAndUser(overlay, Files.readString(Path.of("src/main/docker/Dockerfile." + kind)));
        }
    }

    private static void requireVolumesAndUser(Overlay overlay, String image) {
        overlay.manifests().pods().filter(Pod::isHashlake).forEach(pod -> {
            assertThat(pod.containers().get(0).path("volumeMounts").findValuesAsText("mountPath"))
                    .contains("/tmp", "/hashlake/data", "/hashlake/routes");
            assertThat(image)
                    .contains("WORKDIR /hashlake\nUSER "
                            + pod.spec().at("/securityContext/runAsUser").asText() + "\n");
        });
    }

    @Test
    void whatIsNotRestrictedIsFound() throws JsonProcessingException {
        assertThat(violations("", "")).isEmpty();
        assertThat(violations("'allowPrivilegeEscalation': false", "'allowPrivilegeEscalation': true"))
                .containsExactly("allowPrivilegeEscalation");
        assertThat(violations("'drop': ['ALL']", "'drop': ['NET_RAW'], 'add': ['SYS_ADMIN']"))
                .containsExactly("capabilities that are not dropped", "capability SYS_ADMIN");
        assertThat(violations("'emptyDir'", "'hostPath'")).containsExactly("volume hostPath");
        assertThat(violations("'runAsNonRoot': true", "'runAsUser': 0")).containsExactly("runAsUser 0", "runAsNonRoot");
        assertThat(violations("RuntimeDefault", "Unconfined")).containsExactly("seccompProfile");
        assertThat(violations("'volumes'", "'hostNetwork': true, 'volumes'")).containsExactly("hostNetwork");
        assertThat(violations("'name': 'a', 'securityContext'", "'ports': [{'hostPort': 80}], 'securityContext'"))
                .containsExactly("hostPort");
    }

    private static java.util.List<String> violations(String part, String replacement) throws JsonProcessingException {
        return PodSecurity.violations(
                new ObjectMapper().readTree(GOOD.replace(part, replacement).replace('\'', '"')));
    }
}
