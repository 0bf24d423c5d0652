package io.hashlake.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FinishedFileTest {

    @TempDir
    Path directory;

    @Test
    void filesOfOneNameAreAllKept() throws IOException {
        for (int i = 1; i <= 3; i++) {
            Path file = Files.writeString(directory.resolve("posts.jsonl.gz"), "content " + i);
            assertThat(FinishedFile.of(file).moveTo(directory.resolve("done"))).isTrue();
            assertThat(file).doesNotExist();
        }
        assertThat(directory.resolve("done/posts.jsonl.gz")).hasContent("content 1");
        assertThat(directory.resolve("done/posts-2.jsonl.gz")).hasContent("content 2");
        assertThat(directory.resolve("done/posts-3.jsonl.gz")).hasContent("content 3");
    }

    @Test
    void aFileThatTookThePlaceOfTheOneThatWasReadStays() throws IOException {
        Path file = Files.writeString(directory.resolve("posts.jsonl"), "first");
        FinishedFile finished = FinishedFile.of(file);
        Path other = Files.writeString(directory.resolve("other"), "again");
        Files.setLastModifiedTime(other, Files.getLastModifiedTime(file));
        Files.move(other, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);

        assertThat(finished.moveTo(directory.resolve("done"))).isFalse();
        assertThat(file).hasContent("again");
        assertThat(directory.resolve("done")).doesNotExist();
    }

    @Test
    void aFileThatGrewStays() throws IOException {
        Path file = Files.writeString(directory.resolve("posts.jsonl"), "first");
        FinishedFile finished = FinishedFile.of(file);
        Files.writeString(file, "first and more");

        assertThat(finished.moveTo(directory.resolve("done"))).isFalse();
        assertThat(file).hasContent("first and more");
    }

    @Test
    void filesThatAreMovedAtOnceDoNotOverwriteEachOther() throws Exception {
        List<Callable<Boolean>> moves = IntStream.range(0, 40)
                .<Callable<Boolean>>mapToObj(i -> {
                    Path from = directory.resolve("from" + i);
                    return () -> {
                        Files.createDirectories(from);
                        Path file = Files.writeString(from.resolve("posts.json"), "" + i);
                        return FinishedFile.of(file).moveTo(directory.resolve("done"));
                    };
                })
                .toList();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        for (Future<Boolean> moved : threads.invokeAll(moves)) {
            assertThat(moved.get()).isTrue();
        }
        threads.shutdown();

        try (Stream<Path> done = Files.list(directory.resolve("done"))) {
            assertThat(done.map(FinishedFileTest::content).distinct()).hasSize(40);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "posts.json, posts-2.json",
        "posts.2026.JSONL.gz, posts.2026-2.JSONL.gz",
        "tweets.js, tweets-2.js",
        "2026-11-22.jsonl, 2026-11-22-2.jsonl",
        "posts.txt, posts.txt-2"
    })
    void aNumberStandsBeforeTheEnding(String name, String expected) {
        assertThat(PostFiles.numbered(name, 2)).isEqualTo(expected);
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
