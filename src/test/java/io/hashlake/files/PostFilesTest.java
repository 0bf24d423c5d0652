package io.hashlake.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hashlake.ServerTest;
import io.hashlake.k8s.MountedConfigMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ServerTest
class PostFilesTest {

    @TempDir
    Path directory;

    @Test
    void nothingInADirectoryIsPassedOverWithoutAWord() throws IOException {
        Path root = directory.toRealPath();
        Path deep = Files.createDirectories(root.resolve("2021/march"));
        Path first = Files.writeString(root.resolve("2021/a.json"), "");
        Path second = Files.writeString(deep.resolve("b.ndjson.XZ"), "");
        Path elsewhere = Files.createDirectories(directory.resolveSibling(directory.getFileName() + "-elsewhere"));
        Path third = Files.createSymbolicLink(root.resolve("c.jsonl"), first);
        Path text = Files.writeString(root.resolve("notes.txt"), "");
        Path link = Files.createSymbolicLink(root.resolve("link"), elsewhere);
        Path dangling = Files.createSymbolicLink(root.resolve("gone.json"), root.resolve("nothing"));
        Files.writeString(root.resolve(".hidden.json"), "");
        Files.writeString(Files.createDirectories(root.resolve(".git/x")).resolve("d.json"), "");

        PostFiles found = PostFiles.at(directory);

        assertThat(found.files()).containsExactly(first, second, third);
        assertThat(found.passedOver())
                .containsExactlyInAnyOrder(
                        text + " is skipped: its name does not end in .json, .jsonl, .ndjson or .js,"
                                + " each also with .gz, .zst, .bz2 or .xz",
                        link + " is skipped: it is a link to a directory",
                        dangling + " is skipped: it is a link to nothing");
        Files.delete(elsewhere);
    }

    @Test
    void aMountedConfigMapGivesEachFileOnce() throws IOException {
        MountedConfigMap.mount(directory, Map.of("a.json", "[]", "b.jsonl", ""));

        PostFiles found = PostFiles.at(directory);

        Path root = directory.toRealPath();
        assertThat(found.files()).containsExactly(root.resolve("a.json"), root.resolve("b.jsonl"));
        assertThat(found.passedOver()).isEmpty();
    }

    @Test
    void aDirectoryWhosePathIsHiddenIsRead() throws IOException {
        Path hidden = Files.createDirectories(directory.toRealPath().resolve(".cache/posts"));
        Path file = Files.writeString(hidden.resolve("a.json"), "");

        assertThat(PostFiles.at(hidden).files()).containsExactly(file);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.json",
                "a.JSON",
                "a.jsonl",
                "a.ndjson",
                "a.js",
                "a.json.gz",
                "a.json.gzip",
                "a.jsonl.bgz",
                "a.ndjson.zst",
                "a.json.zstd",
                "a.json.bz2",
                "a.b.json.xz"
            })
    void namesOfFilesOfPosts(String name) throws IOException {
        assertThat(PostFiles.refusal(Files.writeString(directory.resolve(name), "")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.txt", "a.csv", "a.json.zip", "a.gz", "json", "a.json.part", "a.tar.gz"})
    void namesOfOthers(String name) throws IOException {
        assertThat(PostFiles.refusal(Files.writeString(directory.resolve(name), "")))
                .isPresent();
    }

    @Test
    void aFileThatIsNamedMayHaveAnyNameAndADashStandsForWhatIsPipedIn() throws IOException {
        Path file = Files.writeString(directory.resolve("posts"), "");

        assertThat(PostFiles.at(file).files()).containsExactly(file);
        assertThat(PostFiles.at(Path.of("-")).files()).containsExactly(Path.of("-"));
    }

    @Test
    void saysWhichNamesCannotBeDecoded() throws Exception {
        Files.writeString(directory.resolve("a.json"), "");
        int created = new ProcessBuilder("sh", "-c", ": > \"$(printf 'caf\\351.json')\"")
                .directory(directory.toFile())
                .start()
                .waitFor();

        assertThat(created).isZero();
        assertThatThrownBy(() -> PostFiles.at(directory))
                .hasMessageContaining("its name cannot be decoded under this locale; set LC_ALL=C.UTF-8");
        assertThatThrownBy(() -> PostFiles.at(directory.resolve("caf\uFFFD.json")))
                .hasMessageContaining("its name cannot be decoded under this locale");
        assertThatThrownBy(() -> PostFiles.at("no\0path.json")).isInstanceOf(IOException.class);
    }

    @Test
    void saysWhenThereIsNothing() throws IOException {
        Path text = Files.writeString(directory.toRealPath().resolve("notes.txt"), "");

        assertThatThrownBy(() -> PostFiles.at(directory))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("there is no .json")
                .hasMessageContaining(text + " is skipped");
        assertThatThrownBy(() -> PostFiles.at(directory.resolve("none")))
                .hasMessageContaining("there is no such file or directory");
    }
}
