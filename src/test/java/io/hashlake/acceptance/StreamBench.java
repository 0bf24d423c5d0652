package io.hashlake.acceptance;

import io.hashlake.simulator.TestSimulator;
import io.hashlake.simulator.settings.RateLimits;
import io.hashlake.simulator.settings.SimulatorSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import org.jboss.logmanager.LogContext;

/**
 * Carries a stream through Kafka into a bucket and a database, all of it on this machine, and measures how old posts are when
 * they can be seen in the warehouse. {@code docs/benchmarks.md} says how to run it.
 */
public final class StreamBench {

    private static final double POSTS_PER_SECOND =
            Double.parseDouble(System.getProperty("hashlake.bench.rate", "5800"));
    private static final Duration LENGTH = Duration.ofSeconds(Integer.getInteger("hashlake.bench.seconds", 300));
    private static final double BURST = Double.parseDouble(System.getProperty("hashlake.bench.burst", "1"));
    private static final int HASHTAGS = Integer.getInteger("hashlake.bench.hashtags", 20);
    private static final Duration BURST_LENGTH = Duration.ofSeconds(10);
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("hashlake.bench.warm-up", 60));
    private static final Duration LONGEST_CATCHING_UP = Duration.ofMinutes(3);
    private static final Duration CAUGHT_UP = Duration.ofSeconds(2);
    private static final Duration REPORT = Duration.ofSeconds(15);
    private static final List<String> PROCESSES = List.of(Cluster.INGEST, "lake-1", "warehouse-1");

    private StreamBench() {}

    public static void main(String[] args) throws Exception {
        LogContext.getLogContext().getLogger("").setLevel(Level.WARNING);
        Path directory = Files.createDirectories(Path.of("target", "bench", "stream-" + System.currentTimeMillis())
                .toAbsolutePath());
        try (Cluster cluster = new Cluster(
                directory,
                settings(),
                Map.of(Cluster.LAKE, directory.resolve("lake").toString()))) {
            for (String name : PROCESSES) {
                cluster.start(name);
            }
            for (String name : PROCESSES) {
                cluster.process(name).awaitUp();
            }
            warmUp(cluster);
            measure(cluster);
        }
        System.exit(0);
    }

    private static SimulatorSettings settings() {
        SimulatorSettings defaults = TestSimulator.settings();
        return defaults.withHashtags(defaults.world().hashtags().subList(0, HASHTAGS))
                .withPostsPerSecond(POSTS_PER_SECOND)
                .withHistory(Duration.ZERO)
                .withGzip(false)
                .withRateLimits(RateLimits.NONE)
                .withStreams(TestSimulator.streams().withHeartbeat(Duration.ofSeconds(1)));
    }

    /** Until the JVMs have compiled what they do all the time, and what was left lying meanwhile is worked off. */
    private static void warmUp(Cluster cluster) throws Exception {
        Freshness freshness = new Freshness(cluster);
        Instant end = Instant.now().plus(WARM_UP);
        Instant last = end.plus(LONGEST_CATCHING_UP);
        do {
            watch(cluster, freshness);
        } while (Instant.now().isBefore(end)
                || freshness.isOlderThan(CAUGHT_UP) && Instant.now().isBefore(last));
        System.out.println("warming up: " + freshness.overall());
    }

    private static void measure(Cluster cluster) throws Exception {
        Freshness freshness = new Freshness(cluster);
        long reports = LENGTH.dividedBy(REPORT);
        for (long report = 0; report < reports; report++) {
            if (BURST > 1 && report == reports / 2) {
                cluster.simulator.burst(BURST, BURST_LENGTH);
            }
            watch(cluster, freshness);
        }
        System.out.println("in all: " + freshness.overall());
        try (LakeReader lake = cluster.lake()) {
            System.out.printf(Locale.ROOT, "rows in the lake: %,d%n", lake.count());
        }
    }

    private static void watch(Cluster cluster, Freshness freshness) throws Exception {
        Instant end = Instant.now().plus(REPORT);
        while (Instant.now().isBefore(end)) {
            freshness.look();
            TimeUnit.MILLISECONDS.sleep(200);
        }
        print(cluster, freshness);
    }

    private static void print(Cluster cluster, Freshness freshness) throws Exception {
        StringBuilder line = new StringBuilder(freshness.sinceLast());
        for (String name : PROCESSES) {
            line.append(cpu(name, cluster.process(name).cpu()));
        }
        line.append(cpu(
                "simulator and bench",
                ProcessHandle.current().info().totalCpuDuration().orElseThrow()));
        System.out.println(line.append("  gaps ").append(cluster.gaps().size()));
    }

    private static String cpu(String name, Duration time) {
        return String.format(Locale.ROOT, "  %s %.0f CPU-s", name, time.toMillis() / 1e3);
    }
}
