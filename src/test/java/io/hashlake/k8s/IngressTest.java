package io.hashlake.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hashlake.ServerTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The door for browsers. */
@ServerTest
class IngressTest {

    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([a-z][^\":]*)\"");

    @ParameterizedTest
    @EnumSource
    void theIngressLeadsToAPortOfAServiceUnderANameThatHashlakeAnswersTo(Overlay overlay) {
        Manifests manifests = overlay.manifests();
        manifests.ofKind("Ingress").forEach(ingress -> {
            for (JsonNode backend : ingress.at("/spec/rules").findValues("service")) {
                JsonNode service =
                        manifests.find("Service", backend.path("name").asText()).orElseThrow();
                assertThat(service.at("/spec/ports").findValuesAsText("name"))
                        .contains(backend.at("/port/name").asText());
            }
            String hosts = Environment.of(manifests).get("HASHLAKE_API_HOSTS");
            assertThat(ingress.at("/spec/rules").findValuesAsText("host")).containsExactly(hosts);
            assertThat(ingress.at("/spec/tls/0/hosts/0").asText()).isEqualTo(hosts);
        });
    }

    @Test
    void whatThePageLoadsAndLeadsToIsLetInAndMetricsAreNot() throws IOException {
        List<String> links = LINK.matcher(Files.readString(Path.of("src/main/resources/META-INF/resources/index.html")))
                .results()
                .map(link -> "/" + link.group(1))
                .toList();
        assertThat(links).contains("/dashboard/main.js", "/q/health").allMatch(IngressTest::isLetIn);
        assertThat(List.of("/", "/_static/echarts/dist/echarts.esm.min.js", "/api/v1/live", "/api/openapi"))
                .allMatch(IngressTest::isLetIn);
        assertThat(List.of("/q/metrics", "/q/dev", "/other")).noneMatch(IngressTest::isLetIn);
    }

    private static boolean isLetIn(String path) {
        JsonNode ingress = Overlay.SCALED_AND_COMPONENTS
                .manifests()
                .find("Ingress", "hashlake")
                .orElseThrow();
        return Pod.stream(ingress.at("/spec/rules/0/http/paths")).anyMatch(rule -> {
            String prefix = rule.path("path").asText();
            boolean isExact = rule.path("pathType").asText().equals("Exact");
            return path.equals(prefix) || !isExact && path.startsWith(prefix + "/");
        });
    }
}
