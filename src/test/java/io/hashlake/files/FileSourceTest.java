package io.hashlake.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hashlake.ServerTest;
import io.hashlake.core.Rejected;
import io.hashlake.core.TweetBatch;
import io.hashlake.files.compression.Compressed;
import io.hashlake.source.FakeCursors;
import io.hashlake.tweet.Hashtag;
import io.hashlake.tweet.Tweet;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ServerTest
class FileSourceTest {

    private static final FileSettings SMALL = new FileSettings(10, 4, 1 << 20, 250, false);

    @TempDir
    Path directory;

    private final FakeCursors cursors = new FakeCursors();
    private final RecordingOutput output = new RecordingOutput();

    @ParameterizedTest
    @ValueSource(strings = {"posts.jsonl", "posts.jsonl.gz", "posts.jsonl.zst", "posts.jsonl.bz2", "posts.jsonl.xz"})
    void readsEveryPostOnceWhateverTheCompression(String name) throws Exception {
        Path file = TestFiles.write(directory.resolve(name), lines(1, 1000));

        FileOutcome outcome = read(file, SMALL);

        assertThat(outcome).isInstanceOf(FileOutcome.Done.class);
        assertThat(outcome.progress().tweets()).isEqualTo(1000);
        assertThat(outcome.progress().share()).isEqualTo(1);
        assertThat(output.ids()).containsExactlyElementsOf(ids(1, 1000));
    }

    @Test
    void aCopyIsNotReadAgainThoughTheFirstIsNotCommittedYet() throws Exception {
        Path file = TestFiles.write(directory.resolve("one.jsonl"), lines(1, 10));
        Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
        Path copy = Files.copy(file, elsewhere.resolve("one.jsonl"), StandardCopyOption.COPY_ATTRIBUTES);
        FileSource source = new FileSource(List::of, cursors, SMALL, Clock.systemUTC());
        CompletableFuture<Void> commit = new CompletableFuture<>();
        source.read(
                file, batch -> output.apply(batch).thenCombine(commit, (taken, committed) -> taken), progress -> {});
        FutureTask<CompletionStage<FileOutcome>> second =
                new FutureTask<>(() -> source.read(copy, output, progress -> {}));
        new Thread(second).start();
        commit.complete(null);

        FileOutcome outcome = second.get().toCompletableFuture().join();
        assertThat(outcome.progress().tweets()).isZero();
        assertThat(output.ids()).containsExactlyElementsOf(ids(1, 10));
    }

    @Test
    void asksForACommitWhereNoMoreBatchesMayBeHandedOver() throws Exception {
        Path file = TestFiles.write(directory.resolve("posts.jsonl"), lines(1, 100));
        Queue<CompletableFuture<Void>> uncommitted = new ConcurrentLinkedQueue<>();
        FileSource source = new FileSource(List::of, cursors, SMALL, Clock.systemUTC())
                .whenBlocked(() -> List.copyOf(uncommitted).forEach(commit -> commit.complete(null)));

        source.read(
                file,
                batch -> {
                    CompletableFuture<Void> commit = new CompletableFuture<>();
                    uncommitted.add(commit);
                    return output.apply(batch).thenCombine(commit, (taken, committed) -> taken);
                },
                progress -> {});

        assertThat(output.ids()).containsExactlyElementsOf(ids(1, 100));
    }

    @Test
    void readsOneDocumentOverManyLines() throws Exception {
        String pretty = "{\n  \"data\": [\n    " + tweet(1) + ",\n    " + tweet(2)
                + "\n  ],\n  \"meta\": {\n    \"newest_id\": \"2\"\n  }\n}\n";
        Path file = TestFiles.write(directory.resolve("page.json"), pretty);

        assertThat(read(file, SMALL)).isInstanceOf(FileOutcome.Done.class);
        assertThat(output.ids()).containsExactly(1L, 2L);
        assertThat(output.rejected()).isEmpty();
    }

    @Test
    void readsAListOfAnyLengthElementByElement() throws Exception {
        String list = LongStream.rangeClosed(1, 500)
                .mapToObj(id -> tweet(id).replace(",", ",\n  "))
                .collect(Collectors.joining(",\n", "[\n", "\n]\n"));
        Path file = TestFiles.write(directory.resolve("list.json"), list);

        read(file, new FileSettings(10, 4, 1 << 10, 250, false));

        assertThat(output.ids()).containsExactlyElementsOf(ids(1, 500));
        assertThat(output.batches).hasSizeGreaterThan(40);
    }

    @Test
    void namesFileAndLineOfWhatIsBrokenAndReadsTheRest() throws Exception {
        Path file = TestFiles.write(
                directory.resolve("posts.jsonl"),
                "\n" + tweet(1) + "\nnot JSON\n\n" + tweet(2) + "\n" + tweet(3).replace("\"x\"", "5") + "\n"
                        + tweet(4).substring(0, 30));

        FileOutcome outcome = read(file, SMALL);

        assertThat(outcome).isInstanceOf(FileOutcome.Done.class);
        assertThat(outcome.progress().rejected()).isEqualTo(3);
        assertThat(output.ids()).containsExactly(1L, 2L);
        assertThat(output.rejected())
                .extracting(Rejected::reason)
                .satisfiesExactly(
                        first -> assertThat(first).isEqualTo("posts.jsonl, line 3: is no JSON: not JSON"),
                        second -> assertThat(second)
                                .isEqualTo("posts.jsonl, line 6: text is a whole number, not a string"),
                        third -> assertThat(third).startsWith("posts.jsonl, line 7: not readable"));
    }

    @Test
    void rejectsALineOfThirtyMegabytesKeepsItsBeginningAndGoesOn() throws Exception {
        byte[] huge = new byte[30 << 20];
        Arrays.fill(huge, (byte) 'x');
        Path file = directory.resolve("posts.jsonl");
        Files.writeString(file, tweet(1) + "\n");
        Files.write(file, huge, java.nio.file.StandardOpenOption.APPEND);
        Files.writeString(file, "\n" + tweet(2) + "\n", java.nio.file.StandardOpenOption.APPEND);

        read(file, FileSettings.DEFAULT);

        assertThat(output.ids()).containsExactly(1L, 2L);
        assertThat(output.rejected()).singleElement().satisfies(one -> {
            assertThat(one.reason()).isEqualTo("posts.jsonl, line 2: is 31457280 bytes long, too long to be parsed");
            assertThat(one.payload()).hasSize(64 << 10);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"posts.jsonl.gz", "posts.jsonl.zst"})
    void givesTheGoodPartOfAFileThatWasCutShort(String name) throws Exception {
        Path whole = TestFiles.write(directory.resolve("whole"), lines(1, 60_000), Compressed.of(name));
        byte[] bytes = Files.readAllBytes(whole);
        Path file = directory.resolve(name);
        Files.write(file, Arrays.copyOf(bytes, bytes.length * 2 / 3));

        FileOutcome outcome = read(file, FileSettings.DEFAULT);

        assertThat(outcome).isInstanceOfSatisfying(FileOutcome.Failed.class, failed -> assertThat(failed.reason())
                .contains("is cut short"));
        assertThat(output.ids())
                .hasSizeGreaterThan(10_000)
                .isEqualTo(ids(1, output.ids().size()));
        assertThat(output.rejected()).singleElement().satisfies(one -> assertThat(one.reason())
                .startsWith(name + " ends in the middle")
                .contains("after line " + output.ids().size()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bomb.json.gz", "bomb.json.zst"})
    void stopsAtABomb(String name) throws Exception {
        Path file = TestFiles.bomb(directory.resolve(name), tweet(1) + "\n", 400 << 20);

        FileOutcome outcome = read(file, FileSettings.DEFAULT);

        assertThat(outcome).isInstanceOfSatisfying(FileOutcome.Failed.class, failed -> assertThat(failed.reason())
                .contains("more than 250 times its size"));
        assertThat(output.ids()).containsExactly(1L);
        assertThat(output.rejected()).hasSize(1);
    }

    @Test
    void refusesWhatIsNotUtf8() throws Exception {
        Path file = directory.resolve("wide.json");
        Files.write(file, tweet(1).getBytes(StandardCharsets.UTF_16));

        assertThat(read(file, SMALL))
                .isInstanceOfSatisfying(FileOutcome.Failed.class, failed -> assertThat(failed.reason())
                        .isEqualTo("is in UTF-16BE, not in UTF-8; convert it first (iconv -f UTF-16BE -t UTF-8)"));
        assertThat(output.rejected()).singleElement().satisfies(one -> assertThat(one.reason())
                .startsWith("wide.json is in UTF-16BE, not in UTF-8")
                .endsWith(", after line 0"));
    }

    @Test
    void readsAPipeOnce() throws Exception {
        Path pipe = directory.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        Path whole = TestFiles.write(directory.resolve("posts.jsonl.gz"), lines(1, 100));
        Thread writer = new Thread(() -> {
            try {
                try (OutputStream out = Files.newOutputStream(pipe)) {
                    Files.copy(whole, out);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        writer.setDaemon(true);
        writer.start();

        FileOutcome outcome = read(pipe, SMALL);

        assertThat(outcome).isInstanceOf(FileOutcome.Done.class);
        assertThat(outcome.progress().share()).isEqualTo(1);
        assertThat(outcome.progress().remaining()).isZero();
        assertThat(output.ids()).containsExactlyElementsOf(ids(1, 100));
    }

    @Test
    void saysWhenAFileIsNotThere() throws Exception {
        assertThat(read(directory.resolve("none.json"), SMALL))
                .isInstanceOfSatisfying(FileOutcome.Failed.class, failed -> assertThat(failed.reason())
                        .isEqualTo("cannot be opened: there is no such file"));
        assertThat(read(directory.resolve("caf\uFFFD.json"), SMALL))
                .isInstanceOfSatisfying(FileOutcome.Failed.class, failed -> assertThat(failed.reason())
                        .startsWith("cannot be opened: its name cannot be decoded under this locale")
                        .doesNotContain("Exception"));
    }

    @Test
    void anEmptyFileIsToldOf() throws Exception {
        assertThat(read(TestFiles.write(directory.resolve("empty.json"), ""), SMALL))
                .isInstanceOf(FileOutcome.Empty.class)
                .asString()
                .endsWith("there is no post in it: it is empty");
        assertThat(output.batches).isEmpty();
    }

    @Test
    void passesOverAMarkOfUtf8() throws Exception {
        read(TestFiles.write(directory.resolve("marked.json"), "\ufeff" + tweet(1)), SMALL);

        assertThat(output.ids()).containsExactly(1L);
    }

    @Test
    void attributesPostsToTheFollowedHashtagsThatTheyCarry() throws Exception {
        read(
                TestFiles.write(directory.resolve("posts.json"), tweet(1) + "\n" + tweet(2).replace("Tag", "other")),
                SMALL);

        assertThat(output.tweets()).extracting(Tweet::followed).containsExactly(List.of("tag"), List.of());
    }

    @Test
    void countsPostsAsObservedWhenTheFileWasWritten() throws Exception {
        Path file = TestFiles.write(directory.resolve("posts.json"), tweet(1));
        Instant written = Instant.parse("2021-02-03T04:05:06Z");
        Files.setLastModifiedTime(file, FileTime.from(written));

        read(file, SMALL);

        assertThat(output.tweets()).extracting(Tweet::observedAt).containsExactly(written);
    }

    @Test
    void readsDeadLettersAgain() throws Exception {
        String json = tweet(1).replace("\"", "\\\"");
        String letter =
                "{\"at\":\"2026-11-22T12:00:00Z\",\"origin\":\"o\",\"stage\":\"parse\",\"reason\":\"r\",\"payload\":\"";
        read(
                TestFiles.write(
                        directory.resolve("letters.jsonl"),
                        letter + json + "\"}\n" + letter + "nothing\"}\n{\"at\":\"never\"}\n"),
                SMALL);

        assertThat(output.tweets())
                .extracting(Tweet::observedAt)
                .containsExactly(Instant.parse("2026-11-22T12:00:00Z"));
        assertThat(output.rejected()).extracting(Rejected::payload).containsExactly("nothing", "{\"at\":\"never\"}");
    }

    @Test
    void carriesWhatWasReadIfThatIsWanted() throws Exception {
        read(
                TestFiles.write(directory.resolve("p.json"), tweet(1) + "\n"),
                new FileSettings(10, 4, 1 << 20, 250, true));

        assertThat(output.batches.get(0).payloads())
                .extracting(payload -> new String(payload.json(), StandardCharsets.UTF_8))
                .containsExactly(tweet(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"posts.jsonl", "posts.jsonl.gz", "list.json"})
    void goesOnFromTheCursorWhereverItWasKilled(String name) throws Exception {
        String text = name.startsWith("list")
                ? lines(1, 95).replace("}\n{", "},\n{").replaceFirst("^", "[\n") + "]"
                : lines(1, 95);
        Path file = TestFiles.write(directory.resolve(name), text);
        for (int killedAt = 1; killedAt <= 10; killedAt++) {
            cursors.positions.clear();
            List<Long> committed = new RecordingOutput().killedAt(killedAt, file, cursors, SMALL);
            String resumed = cursors.positions.values().iterator().next();

            RecordingOutput rest = new RecordingOutput();
            assertThat(new FileSource(List::of, cursors, SMALL, Clock.systemUTC())
                            .read(file, rest, progress -> {})
                            .toCompletableFuture()
                            .join())
                    .isInstanceOf(FileOutcome.Done.class);

            assertThat(rest.batches.isEmpty() || rest.batches.get(0).start().equals(resumed))
                    .isTrue();
            committed.addAll(rest.ids());
            assertThat(committed).as("killed at batch " + killedAt).containsExactlyElementsOf(ids(1, 95));
        }
    }

    @Test
    void batchesFormAChain() throws Exception {
        read(TestFiles.write(directory.resolve("posts.jsonl"), lines(1, 95)), SMALL);

        for (int i = 1; i < output.batches.size(); i++) {
            assertThat(output.batches.get(i).start())
                    .isEqualTo(output.batches.get(i - 1).end());
        }
        assertThat(output.batches.get(0).start()).isEqualTo("file:0:0");
        assertThat(output.batches)
                .extracting(TweetBatch::origin)
                .containsOnly(cursors.positions.keySet().iterator().next());
    }

    @Test
    void aFileThatWasReadIsNotReadAgainButOneThatChangedIs() throws Exception {
        Path file = TestFiles.write(directory.resolve("posts.jsonl"), lines(1, 5));
        read(file, SMALL);
        read(file, SMALL);
        assertThat(output.ids()).hasSize(5);

        TestFiles.write(file, lines(1, 6));
        read(file, SMALL);
        assertThat(output.ids()).hasSize(11);
    }

    @Test
    void readsAgainFromTheCursorWhenABatchFails() throws Exception {
        output.failing = 3;
        Path file = TestFiles.write(directory.resolve("posts.jsonl"), lines(1, 100));

        assertThatThrownBy(() -> read(file, SMALL)).hasMessageContaining("not all was committed: out");
        assertThat(output.ids()).containsExactlyElementsOf(ids(1, 20));
        assertThat(read(file, SMALL)).isInstanceOf(FileOutcome.Done.class);
        assertThat(output.ids()).containsExactlyElementsOf(ids(1, 100));
    }

    @Test
    void goesOnFromAPositionFromBeforeItHadAKind() throws Exception {
        Path file = TestFiles.write(directory.resolve("posts.jsonl"), lines(1, 20));
        String half = "10:" + lines(1, 10).length();
        cursors.positions.put(InputFile.of(file, Clock.systemUTC()).origin(), half);

        read(file, SMALL);

        assertThat(output.ids()).containsExactlyElementsOf(ids(11, 20));
        assertThat(output.batches.get(0).start()).isEqualTo("file:" + half);
    }

    @ParameterizedTest
    @ValueSource(strings = {"search:1", "stream:1", "gap:1:1:1:1", "bus:1", "1595477170540503041", "x"})
    void aCursorOfSomethingElseFailsTheFileAndStays(String cursor) throws Exception {
        Path file = TestFiles.write(directory.resolve("posts.jsonl"), lines(1, 20));
        String origin = InputFile.of(file, Clock.systemUTC()).origin();
        cursors.positions.put(origin, cursor);

        assertThat(read(file, SMALL))
                .isInstanceOfSatisfying(FileOutcome.Failed.class, failed -> assertThat(failed.reason())
                        .contains("the cursor of " + origin + " is '" + cursor + "'"));
        assertThat(output.batches).isEmpty();
        assertThat(cursors.positions).containsEntry(origin, cursor);
    }

    @Test
    void aBatchThatThrowsFailsTheReading() throws Exception {
        Path file = TestFiles.write(directory.resolve("posts.jsonl"), lines(1, 20));
        FileSource source = new FileSource(List::of, cursors, SMALL, Clock.systemUTC());

        assertThat(source.read(
                        file,
                        batch -> {
                            throw new IllegalStateException("not foreseen");
                        },
                        progress -> {}))
                .failsWithin(Duration.ofSeconds(10))
                .withThrowableThat()
                .withMessageContaining("not foreseen");
    }

    @Test
    void waitsWhileTheCursorsAreOut() throws Exception {
        Path file = TestFiles.write(directory.resolve("posts.jsonl"), lines(1, 20));
        cursors.out = true;
        FileSource source = new FileSource(List::of, cursors, SMALL, Clock.systemUTC());
        Thread reader = new Thread(() -> {
            try {
                source.read(file, output, progress -> {});
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        reader.start();
        cursors.out = false;
        reader.join(10_000);

        assertThat(output.ids()).containsExactlyElementsOf(ids(1, 20));
    }

    private FileOutcome read(Path file, FileSettings settings) throws InterruptedException {
        return new FileSource(() -> List.of(Hashtag.of("tag")), cursors, settings, Clock.systemUTC())
                .read(file, output, progress -> {})
                .toCompletableFuture()
                .join();
    }

    static String tweet(long id) {
        return TestFiles.tweet(id);
    }

    private static String lines(int first, int last) throws IOException {
        return IntStream.rangeClosed(first, last)
                .mapToObj(id -> tweet(id) + "\n")
                .collect(Collectors.joining());
    }

    private static List<Long> ids(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }
}
