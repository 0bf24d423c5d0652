package io.hashlake.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hashlake.simulator.TestSimulator;
import io.hashlake.simulator.bluesky.SimulatedJetstream;
import io.hashlake.simulator.bluesky.TrueSkeet;
import io.hashlake.simulator.world.WorldSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Posts of other networks than X arrive in lake and warehouse once each, whatever is killed; {@code -Pchaos} writes more of them. */
class NetworksIT {

    private static final int POSTS = Integer.getInteger("hashlake.chaos.network-posts", 4_000);
    private static final List<String> HASHTAGS = List.of("covid19", "climate", "saúde");

    @TempDir
    Path directory;

    private final Instant began = Instant.now();

    @Test
    void aKillLosesAndDoublesNothing() throws Exception {
        WorldSettings world = WorldSettings.of(7, POSTS / 40.0, POSTS)
                .withHistory(Duration.ofSeconds(20))
                .withHashtags(HASHTAGS);
        try (Workspace workspace = new Workspace(directory, TestSimulator.settings());
                SimulatedJetstream bluesky =
                        SimulatedJetstream.start(world, Duration.ofHours(36), Clock.systemUTC(), 0)) {
            Files.writeString(directory.resolve("routes/hashtags.yaml"), routes());
            Map<String, String> properties =
                    Map.of("hashlake.bluesky.urls", bluesky.address().toString(), "hashlake.bluesky.look-back", "1h");
            try (HashlakeProcess victim = workspace.start(properties)) {
                await().atMost(Duration.ofMinutes(3)).until(() -> isBegun(workspace));
                victim.kill();
            }
            try (HashlakeProcess survivor = workspace.start(properties)) {
                survivor.awaitUp();
                await().atMost(Duration.ofMinutes(3))
                        .pollInterval(Duration.ofSeconds(1))
                        .until(() -> Set.copyOf(stored(workspace)).containsAll(uris(bluesky, false)));
                assertThat(survivor.get("/api/v1/posts?network=bluesky&limit=1&last=1h"))
                        .contains("\"uri\":\"at://did:plc:");
                assertThat(survivor.get("/api/v1/posts?network=x&last=1h")).isEqualTo("[]");
                survivor.stop();
            }
            assertIsTrue(workspace, bluesky);
        }
    }

    private static boolean isBegun(Workspace workspace) throws Exception {
        return !workspace
                        .warehouse("select 1 from information_schema.columns where column_name = 'uri'")
                        .isEmpty()
                && !stored(workspace).isEmpty();
    }

    private static List<String> stored(Workspace workspace) throws Exception {
        return workspace.warehouse("select uri from twitter.tweet where network = 'bluesky'");
    }

    private void assertIsTrue(Workspace workspace, SimulatedJetstream bluesky) throws Exception {
        List<String> stored = stored(workspace);
        assertThat(stored).doesNotHaveDuplicates();
        assertThat(new TreeSet<>(stored)).isSubsetOf(uris(bluesky, true)).containsAll(uris(bluesky, false));
        try (LakeReader lake = workspace.lake()) {
            List<String> rows =
                    lake.strings("select hashtag || ' ' || uri from " + lake.tweets() + " where network = 'bluesky'");
            assertThat(rows).doesNotHaveDuplicates();
            assertThat(new TreeSet<>(rows)).isSubsetOf(rows(bluesky, true)).containsAll(rows(bluesky, false));
        }
        assertThat(workspace.warehouse("select reason from ops.gap")).isEmpty();
    }

    private Set<String> uris(SimulatedJetstream bluesky, boolean withDeleted) {
        return truth(bluesky, withDeleted).stream().map(TrueSkeet::uri).collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> rows(SimulatedJetstream bluesky, boolean withDeleted) {
        return truth(bluesky, withDeleted).stream()
                .flatMap(post -> post.hashtags().stream().map(hashtag -> hashtag + " " + post.uri()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<TrueSkeet> truth(SimulatedJetstream bluesky, boolean withDeleted) {
        return bluesky.truth(began.minus(Duration.ofHours(1)), began.plus(Duration.ofHours(1))).stream()
                .filter(post -> !post.hashtags().isEmpty())
                .filter(post -> withDeleted || !post.isDeleted())
                .toList();
    }

    private static String routes() {
        return HASHTAGS.stream().map(tag -> """
                        - templatedRoute:
                            routeId: bluesky-%1$s
                            routeTemplateRef: bluesky
                            parameters:
                              - name: hashtag
                                value: %1$s
                        """.formatted(tag)).collect(Collectors.joining());
    }
}
