package io.hashlake.pipeline.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.hashlake.k8s.MountedConfigMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RouteDirectoryTest {

    @TempDir
    Path directory;

    @Test
    void aMountedConfigMapGivesEachFileOnceBeforeAndAfterAnUpdate() throws IOException {
        MountedConfigMap mounted = MountedConfigMap.mount(
                directory, Map.of("hashtags.yaml", "first", "gone.yaml", "", "sinks/lake.yaml", "deep"));
        assertThat(found()).containsExactly("gone.yaml", "hashtags.yaml", "sinks/lake.yaml");

        mounted.update(Map.of("hashtags.yaml", "second", "sinks/lake.yaml", "deep"));
        assertThat(found()).containsExactly("hashtags.yaml", "sinks/lake.yaml");
        assertThat(directory.resolve("hashtags.yaml")).hasContent("second");
    }

    @Test
    void whatIsHiddenIsSkipped() throws IOException {
        Files.writeString(directory.resolve("a.yaml"), "");
        Files.createSymbolicLink(directory.resolve(".#a.yaml"), Path.of("user@host.1234"));
        Files.writeString(Files.createDirectories(directory.resolve(".git/x")).resolve("b.yaml"), "");
        Files.writeString(Files.createDirectories(directory.resolve("sinks")).resolve(".c.yaml"), "");

        assertThat(found()).containsExactly("a.yaml");
    }

    @Test
    void aDirectoryWhosePathIsHiddenIsRead() throws IOException {
        Path hidden = Files.createDirectories(directory.resolve(".config/routes"));
        Files.writeString(hidden.resolve("a.yaml"), "");

        assertThat(RouteDirectory.yamlFilesIn(hidden)).containsExactly(hidden.resolve("a.yaml"));
    }

    @Test
    void aLinkThatLeadsBackIsNotFollowed() throws IOException {
        Files.writeString(directory.resolve("a.yaml"), "");
        Files.createSymbolicLink(directory.resolve("again"), directory);

        assertThat(found()).containsExactly("a.yaml");
    }

    private List<String> found() throws IOException {
        return RouteDirectory.yamlFilesIn(directory).stream()
                .map(file -> directory.relativize(file).toString())
                .toList();
    }
}
