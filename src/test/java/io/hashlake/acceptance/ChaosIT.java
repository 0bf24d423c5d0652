package io.hashlake.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hashlake.simulator.TestSimulator;
import io.hashlake.simulator.settings.FaultKind;
import io.hashlake.simulator.settings.RandomFaults;
import io.hashlake.simulator.settings.RateLimits;
import io.hashlake.simulator.settings.SimulatedStreamSettings;
import io.hashlake.simulator.settings.SimulatorSettings;
import io.hashlake.simulator.truth.TruePost;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Streams posts through Kafka into a bucket and a database, while processes are killed and everything they need goes away and
 * comes back. Afterwards every post is there once, or lies in a gap that was declared. What happens is printed with the seed,
 * which can be given as {@code -Dhashlake.seed}; {@code ./mvnw -Pchaos verify} runs the long version.
 */
class ChaosIT {

    private static final int EVENTS = Integer.getInteger("hashlake.chaos.events", 10);
    private static final int POSTS = Integer.getInteger("hashlake.chaos.posts", 30_000);
    private static final double POSTS_PER_SECOND = 500;
    private static final List<String> HASHTAGS = List.of("covid19", "climate", "ai", "brasil");

    private static final Map<String, String> TUNING =
            Map.of("hashlake.lake.rotation-age", "1s", "hashlake.raw.rotation-age", "2s");

    @TempDir
    Path directory;

    @Test
    void everyPostIsThereOnceOrLiesInADeclaredGap() throws Exception {
        long seed = Long.getLong("hashlake.seed", System.nanoTime());
        System.out.println("ChaosIT: seed " + seed + ", " + EVENTS + " events, " + POSTS + " posts");
        Random random = new Random(seed);
        try (Cluster cluster = new Cluster(directory, settings(seed), TUNING)) {
            for (String name : List.of(Cluster.INGEST, "lake-1", "lake-2", "warehouse-1", "warehouse-2")) {
                cluster.start(name);
            }
            Instant followed = firstConnection(cluster);
            strike(cluster, random);
            awaitEnd(cluster);
            assertTruth(cluster, followed);
        }
    }

    private static SimulatorSettings settings(long seed) {
        SimulatedStreamSettings streams = TestSimulator.streams()
                .withHeartbeat(Duration.ofSeconds(1))
                .withRuleDelay(Duration.ofMillis(500))
                .withFaults(new RandomFaults(0.001, List.of(FaultKind.DUPLICATE_LINE, FaultKind.BROKEN_LINE)));
        return TestSimulator.settings()
                .withSeed(seed)
                .withHashtags(HASHTAGS)
                .withPostsPerSecond(POSTS_PER_SECOND)
                .withHistory(Duration.ZERO)
                .withLimit(POSTS)
                .withGzip(false)
                .withRateLimits(RateLimits.NONE)
                .withStreams(streams);
    }

    private static Instant firstConnection(Cluster cluster) {
        await().atMost(Duration.ofMinutes(1))
                .until(() -> !cluster.simulator.streams().isEmpty());
        return cluster.simulator.streams().get(0).opened();
    }

    /** Each kind comes once before any comes again. */
    private static void strike(Cluster cluster, Random random) throws Exception {
        List<ChaosEvent> next = new ArrayList<>();
        for (int i = 0; i < EVENTS; i++) {
            if (next.isEmpty()) {
                next.addAll(List.of(ChaosEvent.values()));
                Collections.shuffle(next, random);
            }
            ChaosEvent event = next.remove(0);
            System.out.println("ChaosIT: " + Instant.now() + " " + event);
            event.strike(cluster, random);
            cluster.revive();
            ChaosEvent.pause(random, 4_000);
        }
    }

    /** When the last post has long been written, every source has come past it, and nothing is under way. */
    private static void awaitEnd(Cluster cluster) {
        await().atMost(Duration.ofMinutes(10))
                .pollInterval(Duration.ofSeconds(1))
                .ignoreExceptions()
                .untilAsserted(() -> {
                    cluster.revive();
                    Instant over = lastPost(cluster).plusSeconds(5);
                    assertThat(Instant.now()).isAfter(over.plusSeconds(5));
                    assertThat(cluster.query(
                                    "select origin from ops.cursor where origin !~ '[.]gaps$' and split_part(position, ':', 2)::bigint > "
                                            + over.toEpochMilli()))
                            .containsExactlyInAnyOrderElementsOf(HASHTAGS);
                    assertThat(cluster.query("select * from ops.gap where state = 'open'"))
                            .isEmpty();
                    assertThat(cluster.lag()).isZero();
                });
    }

    private static Instant lastPost(Cluster cluster) {
        return HASHTAGS.stream()
                .map(hashtag -> cluster.simulator.streamTruth("#" + hashtag, Instant.EPOCH, Instant.now()))
                .map(posts -> posts.get(0).createdAt())
                .max(Instant::compareTo)
                .orElseThrow();
    }

    private static void assertTruth(Cluster cluster, Instant followed) throws Exception {
        Set<String> searchable = new HashSet<>();
        Map<String, TruePost> written = new TreeMap<>();
        for (String hashtag : HASHTAGS) {
            cluster.simulator.truth("#" + hashtag).forEach(post -> searchable.add(hashtag + "/" + post.id()));
            cluster.simulator
                    .streamTruth("#" + hashtag, Instant.EPOCH, Instant.now())
                    .forEach(post -> written.put(hashtag + "/" + post.id(), post));
        }
        List<ChaosGap> gaps = cluster.gaps();
        try (LakeReader lake = cluster.lake()) {
            List<String> rows = lake.rows();
            Set<String> missing = new TreeSet<>(written.keySet());
            missing.removeAll(new HashSet<>(rows));
            missing.removeIf(row -> written.get(row).createdAt().isBefore(followed));
            System.out.println("ChaosIT: " + written.size() + " posts by hashtag, " + rows.size() + " in the lake, "
                    + missing.size() + " could not be had; " + gaps.size() + " gaps");
            assertThat(without(missing, row -> !searchable.contains(row)))
                    .as("what search would have found")
                    .isEmpty();
            assertThat(without(missing, row -> isDeclared(row, written.get(row), gaps)))
                    .as("what lies in no gap")
                    .isEmpty();
            assertThat(sorted(rows))
                    .as("the lake, beside the warehouse")
                    .isEqualTo(sorted(cluster.query("select unnest(followed) || '/' || id from twitter.tweet")));
            assertThat(without(new TreeSet<>(rows), written::containsKey))
                    .as("what was never written")
                    .isEmpty();
            Set<String> kept = RawPayloads.ids(cluster.lakeDirectory());
            rows.removeIf(row -> isDeclared(row, written.get(row), gaps));
            assertThat(without(RawPayloads.idsOf(rows), kept::contains))
                    .as("posts without a payload")
                    .isEmpty();
        }
    }

    private static <T> List<T> without(Collection<T> all, Predicate<T> explained) {
        return all.stream().filter(explained.negate()).toList();
    }

    private static List<String> sorted(List<String> rows) {
        return rows.stream().sorted().toList();
    }

    private static boolean isDeclared(String row, TruePost post, List<ChaosGap> gaps) {
        String source = row.substring(0, row.indexOf('/'));
        return gaps.stream().anyMatch(gap -> gap.source().equals(source) && gap.covers(post.createdAt()));
    }
}
