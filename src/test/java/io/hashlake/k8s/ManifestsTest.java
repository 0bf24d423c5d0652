package io.hashlake.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.hashlake.ServerTest;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every object is one that Kubernetes takes. */
@ServerTest
class ManifestsTest {

    private static final Set<String> OF_OPERATORS = Set.of("ScaledObject", "ServiceMonitor", "PrometheusRule");

    @ParameterizedTest
    @EnumSource
    void everyFieldIsOneOfItsKind(Overlay overlay) throws Exception {
        for (JsonNode object : overlay.manifests().objects()) {
            if (StrictModels.know(object)) {
                assertThat(StrictModels.read(object)).isNotNull();
            } else {
                assertThat(object.path("kind").asText()).isIn(OF_OPERATORS);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'spec': {'replica': 1}}",
                "{'spec': {'template': {'spec': {'containers': [{'name': 'a', 'livenesProbe': {}}]}}}}",
                "{'metadata': {'lables': {}}}"
            })
    void aFieldThatTheKindLacksIsFound(String json) throws Exception {
        JsonNode object = new ObjectMapper()
                .readTree("{'apiVersion': 'apps/v1', 'kind': 'Deployment', ".replace('\'', '"')
                        + json.replace('\'', '"').substring(1));

        assertThatThrownBy(() -> StrictModels.read(object)).isInstanceOf(UnrecognizedPropertyException.class);
    }

    @ParameterizedTest
    @EnumSource
    void everyObjectIsThereOnceInOneNamespaceAndLabelled(Overlay overlay) {
        List<JsonNode> objects = overlay.manifests().objects();
        assertThat(objects.stream().map(Manifests::title)).doesNotHaveDuplicates();
        for (JsonNode object : objects) {
            boolean isNamespace = object.path("kind").asText().equals("Namespace");
            String name = object.at(isNamespace ? "/metadata/name" : "/metadata/namespace")
                    .asText();
            assertThat(name).as("namespace of %s", Manifests.title(object)).isEqualTo("hashlake");
            for (String label : List.of("name", "part-of", "managed-by")) {
                assertThat(object.path("metadata").path("labels").has("app.kubernetes.io/" + label))
                        .as("%s of %s", label, Manifests.title(object))
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void imagesArePinnedButThatOfThisBuild(Overlay overlay) {
        overlay.manifests().pods().flatMap(pod -> pod.containers().stream()).forEach(container -> assertThat(
                        container.path("image").asText())
                .matches("hashlake(-native)?|.+:.*\\d.*"));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_ALL, names = ".*_AND_COMPONENTS")
    void theNativeComponentSwitchesEveryPodsImageAndTheirMemory(Overlay overlay) {
        assertThat(overlay.manifests().pods().filter(Pod::isHashlake))
                .isNotEmpty()
                .allSatisfy(pod -> {
                    JsonNode container = pod.containers().get(0);
                    assertThat(container.path("image").asText()).contains("hashlake-native");
                    assertThat(container.at("/resources/requests/memory").asText())
                            .isEqualTo("384Mi");
                });
    }

    @ParameterizedTest
    @EnumSource
    void everyContainerAsksForMemoryAndTimeAndHasALimit(Overlay overlay) {
        overlay.manifests().pods().flatMap(pod -> pod.containers().stream()).forEach(container -> Stream.of(
                        "requests", "limits")
                .map(container.path("resources")::path)
                .forEach(
                        amounts -> assertThat(amounts.fieldNames()).toIterable().contains("cpu", "memory")));
    }

    @ParameterizedTest
    @EnumSource
    void everyContainerThatStaysHasAllProbes(Overlay overlay) {
        overlay.manifests()
                .pods()
                .filter(pod -> !pod.workload().path("kind").asText().equals("Job"))
                .flatMap(pod -> pod.containers().stream())
                .forEach(container -> assertThat(container.fieldNames())
                        .toIterable()
                        .contains("startupProbe", "readinessProbe", "livenessProbe"));
    }
}
