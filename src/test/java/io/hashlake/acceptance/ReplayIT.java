package io.hashlake.acceptance;

import static io.hashlake.tweet.RowComparison.assertSameRows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hashlake.simulator.TestSimulator;
import io.hashlake.warehouse.PreparedWarehouse;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code hashlake replay} as a process of its own. */
class ReplayIT {

    private static final long FIRST = 1_795_348_800_123_000_000L;
    private static final int POSTS = 60_000;

    @TempDir
    Path directory;

    @Test
    void killedAndRunAgainEveryPostStandsOnceInLakeAndWarehouse() throws Exception {
        try (Workspace workspace = new Workspace(directory, TestSimulator.settings())) {
            Path file = Files.writeString(directory.resolve("posts.jsonl"), lines(POSTS));
            try (HashlakeProcess killed = workspace.start(Map.of(), "replay", file.toString())) {
                await().atMost(Duration.ofSeconds(60)).until(() -> line(workspace) > 0);
                killed.kill();
            }
            assertThat(line(workspace)).isLessThan(POSTS);

            try (HashlakeProcess again = workspace.start(Map.of(), "replay", file.toString())) {
                assertThat(again.awaitExit()).as(again.output()).isZero();
                assertThat(again.output()).contains("everything is committed").doesNotContain("60,000 posts in all");
            }
            try (LakeReader lake = workspace.lake()) {
                assertSameRows(lake.rows(), rows());
            }
            assertThat(workspace.warehouse("select count(*)::text from twitter.tweet"))
                    .containsExactly("" + POSTS);
        }
    }

    @Test
    void saysWhatWasRejectedAndWhereItIs() throws Exception {
        PreparedWarehouse.copyToDataOf(directory);
        Path file = Files.writeString(directory.resolve("posts.json"), lines(3) + "not JSON\n");

        try (HashlakeProcess replay = HashlakeProcess.start(directory, Map.of(), List.of("replay", file.toString()))) {
            assertThat(replay.awaitExit()).as(replay.output()).isEqualTo(1);
            assertThat(replay.output())
                    .contains("posts.json: 3 posts and 1 rejected")
                    .contains("3 posts in all, all but what was rejected is committed")
                    .contains("Rejected: 1 in the files; they and the reasons are in "
                            + directory.toRealPath().resolve("data/dead-letter"));
        }
        try (HashlakeProcess missing = HashlakeProcess.start(directory, Map.of(), List.of("replay", "nothing.json"))) {
            assertThat(missing.awaitExit()).isEqualTo(1);
            assertThat(missing.output()).contains("nothing.json: there is no such file or directory");
        }
        try (HashlakeProcess empty = HashlakeProcess.start(directory, Map.of(), List.of("replay", ""))) {
            assertThat(empty.awaitExit()).isEqualTo(2);
            assertThat(empty.output()).contains("FILE is empty");
        }
        try (HashlakeProcess wrong = HashlakeProcess.start(directory, Map.of(), List.of("replya"))) {
            assertThat(wrong.awaitExit()).isEqualTo(2);
            assertThat(wrong.output()).contains("replya").contains("replay");
        }
    }

    @Test
    void whatASinkCannotStoreIsToldToo() throws Exception {
        PreparedWarehouse.copyToDataOf(directory);
        String yearZero = lines(1).replace(Long.toString(FIRST), "7").replace("2026-11-22T", "0000-06-01T");
        Path file = Files.writeString(directory.resolve("posts.json"), lines(3) + yearZero);

        try (HashlakeProcess replay = HashlakeProcess.start(directory, Map.of(), List.of("replay", file.toString()))) {
            assertThat(replay.awaitExit()).as(replay.output()).isEqualTo(1);
            assertThat(replay.output())
                    .contains("posts.json: 4 posts and 0 rejected")
                    .contains("all but what was rejected is committed")
                    .containsPattern("Rejected: 1 by the (lake|warehouse)");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "/dev/stdin"})
    void readsWhatIsPipedIn(String name) throws Exception {
        PreparedWarehouse.copyToDataOf(directory);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(lines(3).getBytes(StandardCharsets.UTF_8));
        }
        try (HashlakeProcess replay = HashlakeProcess.start(directory, Map.of(), List.of("replay", name))
                .pipe(bytes.toByteArray())) {
            assertThat(replay.awaitExit()).as(replay.output()).isZero();
            assertThat(replay.output()).contains("stdin: 3 posts and 0 rejected");
        }
    }

    /** Up to which line everything is committed. */
    private static long line(Workspace workspace) {
        try {
            return workspace.warehouse("select position from ops.cursor where origin like 'file-%'").stream()
                    .mapToLong(position -> Long.parseLong(position.split(":")[1]))
                    .max()
                    .orElse(0);
        } catch (SQLException e) {
            return 0;
        }
    }

    private static String lines(int posts) {
        return LongStream.range(0, posts)
                .mapToObj(i -> "{\"id\":\"" + (FIRST + i) + "\",\"text\":\"#covid19\",\"author_id\":\"" + (5 + i % 100)
                        + "\",\"created_at\":\"2026-11-22T12:00:00.000Z\",\"entities\":{\"hashtags\":"
                        + "[{\"start\":0,\"end\":8,\"tag\":\"covid19\"}]}}\n")
                .collect(Collectors.joining());
    }

    private static List<String> rows() {
        return LongStream.range(0, POSTS)
                .mapToObj(i -> "covid19/" + (FIRST + i))
                .sorted()
                .toList();
    }
}
