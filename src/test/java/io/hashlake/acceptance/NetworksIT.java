package io.hashlake.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hashlake.simulator.TestSimulator;
import io.hashlake.simulator.bluesky.SimulatedJetstream;
import io.hashlake.simulator.mastodon.SimulatedMastodon;
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
import java.util.stream.Stream;
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
        Clock clock = Clock.systemUTC();
        try (Workspace workspace = new Workspace(directory, TestSimulator.settings());
                SimulatedJetstream bluesky = SimulatedJetstream.start(world, Duration.ofHours(36), clock, 0);
                SimulatedMastodon one = SimulatedMastodon.start(world, 0, clock, 0);
                SimulatedMastodon other = SimulatedMastodon.start(world, 1, clock, 0)) {
            Files.writeString(directory.resolve("routes/hashtags.yaml"), routes());
            Map<String, String> properties = Map.of(
                    "hashlake.bluesky.urls", bluesky.address().toString(),
                    "hashlake.bluesky.look-back", "1h",
                    "hashlake.mastodon.servers", one.address() + "," + other.address(),
                    "hashlake.mastodon.delay", "1s",
                    "hashlake.mastodon.history", "true");
            killInBetween(workspace, properties);
            Truth skeets = new Truth("bluesky", skeets(bluesky, false), skeets(bluesky, true));
            Truth statuses = new Truth("mastodon", statuses(one, other), statuses(one, other));
            try (HashlakeProcess survivor = workspace.start(properties)) {
                survivor.awaitUp();
                await().atMost(Duration.ofMinutes(3))
                        .pollInterval(Duration.ofSeconds(1))
                        .until(() -> skeets.isStored(workspace) && statuses.isStored(workspace));
                assertThat(survivor.get("/api/v1/posts?network=bluesky&limit=1&last=1h"))
                        .contains("\"network\":\"bluesky\",\"uri\":\"at://did:plc:");
                assertThat(survivor.get("/api/v1/posts?network=x&last=1h")).isEqualTo("[]");
                survivor.stop();
            }
            skeets.requireIn(workspace);
            statuses.requireIn(workspace);
            assertThat(workspace.warehouse("select reason from ops.gap")).isEmpty();
        }
    }

    private static void killInBetween(Workspace workspace, Map<String, String> properties) throws Exception {
        try (HashlakeProcess victim = workspace.start(properties)) {
            victim.awaitUp();
            await().atMost(Duration.ofMinutes(3))
                    .until(() -> workspace
                                    .warehouse("select distinct network from twitter.tweet")
                                    .size()
                            == 2);
            victim.kill();
        }
    }

    /**
     * Rows that a network's posts must make, as {@code hashtag uri}.
     *
     * @param allowed those of posts that were deleted at once, too
     */
    private record Truth(String network, Set<String> required, Set<String> allowed) {

        boolean isStored(Workspace workspace) throws Exception {
            return Set.copyOf(rows(workspace)).containsAll(required);
        }

        private List<String> rows(Workspace workspace) throws Exception {
            return workspace.warehouse(
                    "select hashtag || ' ' || uri from twitter.tweet join twitter.tweet_hashtag on id ="
                            + " tweet_id where network = '" + network + "'");
        }

        void requireIn(Workspace workspace) throws Exception {
            require(rows(workspace));
            try (LakeReader lake = workspace.lake()) {
                require(lake.strings(
                        "select hashtag || ' ' || uri from " + lake.tweets() + " where network = '" + network + "'"));
            }
        }

        private void require(List<String> rows) {
            assertThat(rows).doesNotHaveDuplicates();
            assertThat(allowed).containsAll(rows);
            assertThat(Set.copyOf(rows)).containsAll(required);
        }
    }

    private Set<String> skeets(SimulatedJetstream bluesky, boolean withDeleted) {
        return bluesky.truth(began.minus(Duration.ofHours(1)), began.plus(Duration.ofHours(1))).stream()
                .filter(post -> withDeleted || !post.isDeleted())
                .flatMap(post -> post.hashtags().stream().map(hashtag -> hashtag + " " + post.uri()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> statuses(SimulatedMastodon... servers) {
        return Stream.of(servers)
                .flatMap(server ->
                        server.truth(began.minus(Duration.ofHours(1)), began.plus(Duration.ofHours(1))).stream())
                .flatMap(post -> post.hashtags().stream().map(hashtag -> hashtag + " " + post.uri()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String routes() {
        return HASHTAGS.stream()
                .flatMap(tag -> Stream.of(route("bluesky", tag), route("mastodon", tag)))
                .collect(Collectors.joining());
    }

    private static String route(String template, String hashtag) {
        return """
                - templatedRoute:
                    routeId: %1$s-%2$s
                    routeTemplateRef: %1$s
                    parameters:
                      - name: hashtag
                        value: %2$s
                """.formatted(template, hashtag);
    }
}
