package io.hashlake.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hashlake.ServerTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Routes, alerts and dashboard in the cluster are the very files that everybody else is given. */
@ServerTest
class DeclaredOnceTest {

    private static final Path RULE = Path.of("k8s/components/monitoring/prometheus-rule.yaml");

    @ParameterizedTest
    @EnumSource
    void theRoutesAreByteForByteThoseOfTheJar(Overlay overlay) throws IOException {
        assertThat(data(overlay, "hashlake-routes", "hashtags.yaml"))
                .isEqualTo(Files.readAllBytes(Path.of("src/main/resources/routes/hashtags.yaml")));
    }

    @Test
    void theDashboardIsByteForByteThatOfGrafana() throws IOException {
        assertThat(data(Overlay.SCALED_AND_COMPONENTS, "hashlake-dashboard", "hashlake.json"))
                .isEqualTo(Files.readAllBytes(Path.of("deploy/grafana/provisioning/dashboards/hashlake.json")));
    }

    /** {@code -Dhashlake.update-docs=true} writes the rule anew. */
    @Test
    void theAlertsAreThoseOfPrometheus() throws IOException {
        String alerts = Files.readString(Path.of("deploy/prometheus/alerts.yml"));
        String groups = alerts.substring(alerts.indexOf("groups:"))
                .lines()
                .map(line -> line.isEmpty() ? line : "  " + line)
                .collect(Collectors.joining("\n", "", "\n"));
        String written = Files.readString(RULE);
        String expected = written.substring(0, written.indexOf("\nspec:\n") + "\nspec:\n".length()) + groups;
        if (Boolean.getBoolean("hashlake.update-docs")) {
            Files.writeString(RULE, expected);
        }
        assertThat(Files.readString(RULE)).isEqualTo(expected);
    }

    @Test
    void theScrapesJobIsCalledAsTheAlertsExpect() {
        Manifests manifests = Overlay.SCALED_AND_COMPONENTS.manifests();
        JsonNode monitor = manifests.find("ServiceMonitor", "hashlake").orElseThrow();
        JsonNode service = manifests
                .ofKind("Service")
                .filter(one -> Selector.matches(
                        monitor.at("/spec/selector"), one.path("metadata").path("labels")))
                .findFirst()
                .orElseThrow();
        assertThat(service.path("metadata")
                        .path("labels")
                        .path(monitor.at("/spec/jobLabel").asText())
                        .asText())
                .isEqualTo("hashlake");
        assertThat(service.at("/spec/ports").findValuesAsText("name"))
                .contains(monitor.at("/spec/endpoints/0/port").asText());
        assertThat(manifests.selected(service.at("/spec/selector")))
                .containsExactlyInAnyOrderElementsOf(
                        manifests.pods().filter(Pod::isHashlake).toList());
    }

    private static byte[] data(Overlay overlay, String name, String key) {
        return overlay.manifests()
                .find("ConfigMap", name)
                .orElseThrow()
                .path("data")
                .path(key)
                .asText()
                .getBytes(StandardCharsets.UTF_8);
    }
}
