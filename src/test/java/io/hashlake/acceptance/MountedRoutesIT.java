package io.hashlake.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

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
    void aMountedConfigMapIsFollowedAndSoIsItsNextVersion() throws Exception {
        MountedConfigMap routes =
                MountedConfigMap.mount(directory.resolve("routes"), Map.of("hashtags.yaml", followed("rust")));
        try (HashlakeProcess first = HashlakeProcess.start(directory, Map.of()).awaitUp()) {
            assertThat(first.output()).contains("sources    rust\n").doesNotContain("is taken");
        }
        routes.update(Map.of("hashtags.yaml", followed("climate"), "more.yaml", followed("covid19")));
        try (HashlakeProcess second = HashlakeProcess.start(directory, Map.of()).awaitUp()) {
            assertThat(second.output()).contains("sources    climate, covid19\n");
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
