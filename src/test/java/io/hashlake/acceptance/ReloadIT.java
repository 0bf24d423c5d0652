package io.hashlake.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hashlake.ServerTest;
import io.hashlake.acceptance.FollowedFiles.Edit;
import io.hashlake.k8s.MountedConfigMap;
import io.hashlake.simulator.TestSimulator;
import io.hashlake.simulator.settings.RateLimits;
import io.hashlake.simulator.settings.SimulatorSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Edits mounted route files again and again while posts come. Every edit takes effect within ten seconds, what is not edited never
 * stands still, and in the end every post is there once. The seed is printed, and can be given as {@code -Dhashlake.seed}; {@code
 * ./mvnw -Pchaos verify} makes more edits at a higher rate.
 */
@ServerTest
class ReloadIT {

    private static final int EDITS = Integer.getInteger("hashlake.chaos.edits", 20);
    private static final int RATE = Integer.getInteger("hashlake.chaos.rate", 200);
    private static final Duration EFFECT = Duration.ofSeconds(10);

    /** A poll, its commit, and what a busy machine makes of both. */
    private static final Duration MOVED = Duration.ofMinutes(1);

    private static final List<String> STEADY = List.of("rust", "java");
    private static final List<String> OTHERS = List.of("covid19", "climate", "ai", "brasil", "python", "news");

    @TempDir
    Path directory;

    private final Map<String, String> positions = new TreeMap<>();

    @Test
    void everyEditTakesEffectAndEveryPostComesOnce() throws Exception {
        long seed = Long.getLong("hashlake.seed", System.nanoTime());
        System.out.println("ReloadIT: seed " + seed + ", " + EDITS + " edits, " + RATE + " posts/s");
        FollowedFiles files = new FollowedFiles(STEADY, OTHERS, new Random(seed));
        Path mounted = directory.resolve("mounted");
        MountedConfigMap routes = MountedConfigMap.mount(mounted, files.contents());
        Map<String, String> properties = Map.of("hashlake.routes", mounted.toString(), "hashlake.reload.every", "2s");
        try (Workspace workspace = new Workspace(directory, settings(seed));
                HashlakeProcess process = workspace.start(properties).awaitUp()) {
            RunningRoutes running = new RunningRoutes(process);
            awaitFollowed(running, files.followed());
            for (Edit edit : edits(new Random(seed))) {
                long refused = running.reloads("refused");
                long applied = running.reloads("applied") + files.edit(edit);
                System.out.println("ReloadIT: " + edit + " " + files.followed());
                routes.update(files.contents());
                awaitApplied(running, applied);
                awaitEffect(running, files, refused);
                assertMoved(workspace);
            }
            files.followAll();
            routes.update(files.contents());
            awaitFollowed(running, files.followed());
            assertTruth(workspace);
            assertThat(workspace.warehouse("select * from ops.gap")).isEmpty();
        }
    }

    private static SimulatorSettings settings(long seed) {
        List<String> hashtags = new ArrayList<>(STEADY);
        hashtags.addAll(OTHERS);
        return TestSimulator.settings()
                .withSeed(seed)
                .withHashtags(hashtags)
                .withPostsPerSecond(RATE)
                .withHistory(Duration.ZERO)
                .withLimit((long) EDITS * RATE * 5)
                .withGzip(false)
                .withRateLimits(RateLimits.NONE);
    }

    /** Each kind comes once before any comes again. */
    private static List<Edit> edits(Random random) {
        List<Edit> edits = new ArrayList<>();
        while (edits.size() < EDITS) {
            List<Edit> round = new ArrayList<>(List.of(Edit.values()));
            Collections.shuffle(round, random);
            edits.addAll(round);
        }
        return edits.subList(0, EDITS);
    }

    /** What is followed stays the same where routes only change or move between files: the next edit would come too early. */
    private static void awaitApplied(RunningRoutes running, long applied) {
        await().atMost(EFFECT)
                .untilAsserted(() -> assertThat(running.reloads("applied")).isEqualTo(applied));
    }

    private static void awaitEffect(RunningRoutes running, FollowedFiles files, long refused) throws Exception {
        awaitFollowed(running, files.followed());
        Set<String> broken = files.broken() == null ? Set.of() : Set.of(files.broken());
        await().atMost(EFFECT)
                .untilAsserted(() -> assertThat(running.refused().keySet()).isEqualTo(broken));
        assertThat(running.reloads("refused")).isEqualTo(refused + broken.size());
        assertThat(running.isReady()).isTrue();
    }

    private static void awaitFollowed(RunningRoutes running, Set<String> followed) {
        await().atMost(EFFECT).untilAsserted(() -> {
            assertThat(running.sources()).isEqualTo(followed);
            assertThat(running.measured()).isEqualTo(followed);
        });
    }

    /** The cursors of what is not edited have moved since the last edit. */
    private void assertMoved(Workspace workspace) throws Exception {
        for (String name : STEADY) {
            String before = positions.getOrDefault(name, "");
            await().atMost(MOVED).until(() -> !position(workspace, name).equals(before));
            positions.put(name, position(workspace, name));
        }
    }

    private static String position(Workspace workspace, String source) throws Exception {
        return workspace
                .warehouse("select coalesce(max(position), '') from ops.cursor where origin = '" + source + "'")
                .get(0);
    }

    private static void assertTruth(Workspace workspace) throws Exception {
        try (LakeReader lake = workspace.lake()) {
            Workspace.awaitLake(Duration.ofMinutes(3))
                    .untilAsserted(() -> assertThat(lake.rows()).isEqualTo(workspace.trueRows()));
        }
        assertThat(workspace.warehouse("select count(*) from twitter.tweet"))
                .isEqualTo(workspace.warehouse("select count(distinct id) from twitter.tweet"))
                .containsExactly(String.valueOf(workspace.trueRows().stream()
                        .map(row -> row.substring(row.indexOf('/')))
                        .distinct()
                        .count()));
    }
}
