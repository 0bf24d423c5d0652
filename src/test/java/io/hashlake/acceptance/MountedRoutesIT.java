package io.hashlake.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hashlake.k8s.MountedConfigMap;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Route files that Kubernetes mounts from a ConfigMap. */
class MountedRoutesIT {

    @TempDir
    Path directory;

    @Test
    void aMountedConfigMapIsFollowedAndSoIsItsNextVersionWithoutARestart() throws Exception {
        MountedConfigMap routes =
                MountedConfigMap.mount(directory.resolve("routes"), Map.of("hashtags.yaml", followed("rust")));
        try (HashlakeProcess process =
                HashlakeProcess.start(directory, Map.of()).awaitUp()) {
            assertThat(process.output()).contains("sources    rust\n").doesNotContain("is taken");
            routes.update(Map.of("hashtags.yaml", followed("climate"), "more.yaml", followed("covid19")));
            RunningRoutes running = new RunningRoutes(process);
            await().untilAsserted(() -> assertThat(running.sources()).containsExactlyInAnyOrder("climate", "covid19"));
            assertThat(process.output()).contains("Reloaded hashtags.yaml", "Reloaded more.yaml");
        }
    }

    private static String followed(String hashtag) {
        return """
                - templatedRoute:
                    routeId: %1$s
                    routeTemplateRef: x-search
                    parameters:
                      - name: hashtag
                        value: %1$s
                """.formatted(hashtag);
    }
}
