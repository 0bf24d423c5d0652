package io.hashlake.acceptance;

import static io.hashlake.tweet.RowComparison.assertSameRows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hashlake.observability.Scrape;
import io.hashlake.simulator.TestSimulator;
import io.hashlake.simulator.settings.RateLimits;
import io.hashlake.simulator.settings.SimulatorSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two processes follow the same sources on one warehouse and one lake. The one at work is killed, suspended and stopped at random
 * moments, and lake and warehouse are compared with what the simulator knows to be true. The seed is printed and can be given as
 * {@code -Dhashlake.seed}; {@code ./mvnw -Pchaos verify} does so more often.
 */
class LeaseIT {

    private static final int EVENTS = Integer.getInteger("hashlake.chaos.takeovers", 4);
    private static final List<String> SIGNALS = List.of("STOP", "KILL", "STOP", "TERM");

    /** So many that they come until the last event. */
    private static final int POSTS = 3_000 + 1_250 * EVENTS;

    private static final List<String> HASHTAGS = List.of("covid19", "climate", "saúde", "ai");
    private static final Map<String, String> SHORT =
            Map.of("hashlake.lease.term", "3s", "hashlake.lake.rotation-age", "500ms");
    private static final Duration TAKEN_OVER = Duration.ofSeconds(30);

    @TempDir
    Path directory;

    @Test
    void whateverBecomesOfTheProcessAtWorkTheOtherTakesOverAndEachPostLandsOnce() throws Exception {
        long seed = Long.getLong("hashlake.seed", System.nanoTime());
        System.out.println("LeaseIT: seed " + seed + ", " + POSTS + " posts");
        Random random = new Random(seed);
        Deque<HashlakeProcess> processes = new ArrayDeque<>();
        try (Workspace workspace = new Workspace(directory, settings(seed))) {
            try {
                processes.add(workspace.start(SHORT).awaitUp());
                processes.add(standby(workspace));
                assertSaysThatItStandsBy(processes.getLast());
                for (int event = 0; event < EVENTS; event++) {
                    processes.getFirst().run(Duration.ofMillis(500 + random.nextInt(2_500)));
                    happen(SIGNALS.get(event % SIGNALS.size()), processes, workspace);
                }
                awaitEverything(workspace);
                for (HashlakeProcess process : processes) {
                    process.stop();
                }
                assertTrue(workspace);
            } finally {
                for (HashlakeProcess process : processes) {
                    process.kill();
                }
            }
        }
    }

    private static void assertSaysThatItStandsBy(HashlakeProcess process) throws Exception {
        assertThat(process.output()).contains("covid19 (stands by: another process follows it)");
        await().untilAsserted(() -> assertThat(process.get("/q/health"))
                .contains("\"covid19\": \"stands by: followed by process ")
                .startsWith("{\n    \"status\": \"UP\""));
        assertThat(process.get("/q/metrics")).contains("hashlake_leases{state=\"standby\"} 4");
    }

    private static HashlakeProcess standby(Workspace workspace) throws Exception {
        HashlakeProcess process = workspace.start(SHORT).awaitUp();
        await().atMost(TAKEN_OVER)
                .ignoreExceptions()
                .until(() -> leases(process, "held") + leases(process, "standby") >= HASHTAGS.size());
        return process;
    }

    /** Afterwards the other process is at work, and there is one that stands by. */
    private static void happen(String event, Deque<HashlakeProcess> processes, Workspace workspace) throws Exception {
        HashlakeProcess atWork = awaitAtWork(processes);
        processes.remove(atWork);
        atWork.signal(event);
        awaitAtWork(processes);
        if (event.equals("STOP")) {
            atWork.signal("CONT");
            await(event).atMost(TAKEN_OVER).ignoreExceptions().until(() -> leases(atWork, "held") == 0);
            processes.addLast(atWork);
        } else {
            processes.addLast(standby(workspace));
        }
    }

    /** On a busy machine the term may end by itself, so that the processes change places unasked. */
    private static HashlakeProcess awaitAtWork(Deque<HashlakeProcess> processes) {
        return await().atMost(TAKEN_OVER)
                .ignoreExceptions()
                .until(
                        () -> {
                            for (HashlakeProcess process : processes) {
                                if (leases(process, "held") >= HASHTAGS.size()) {
                                    return process;
                                }
                            }
                            return null;
                        },
                        Objects::nonNull);
    }

    private static long leases(HashlakeProcess process, String state) throws Exception {
        return Scrape.sum(process.get("/q/metrics"), "hashlake_leases{state=\"" + state + "\"}");
    }

    private static SimulatorSettings settings(long seed) {
        SimulatorSettings defaults = TestSimulator.settings()
                .withSeed(seed)
                .withHashtags(HASHTAGS)
                .withPostsPerSecond(150)
                .withHistory(Duration.ofSeconds(20))
                .withLimit(POSTS)
                .withRateLimits(RateLimits.NONE);
        return defaults.withWorld(defaults.world().withReposts(0));
    }

    private static void awaitEverything(Workspace workspace) {
        Workspace.awaitLake(Duration.ofMinutes(5)).untilAsserted(() -> {
            try (LakeReader lake = workspace.lake()) {
                assertThat(lake.count())
                        .isGreaterThanOrEqualTo(workspace.trueRows().size());
            }
        });
    }

    private static void assertTrue(Workspace workspace) throws Exception {
        List<String> expected = workspace.trueRows();
        try (LakeReader lake = workspace.lake()) {
            assertSameRows(lake.rows(), expected);
        }
        assertThat(workspace.warehouse("select id from twitter.tweet"))
                .hasSize(new HashSet<>(expected.stream()
                                .map(row -> row.substring(row.indexOf('/')))
                                .toList())
                        .size());
        assertThat(workspace.warehouse("select source from ops.lease")).isEmpty();
    }
}
