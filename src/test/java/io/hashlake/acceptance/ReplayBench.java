package io.hashlake.acceptance;

import io.hashlake.bench.BenchFile;
import io.hashlake.simulator.TestSimulator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import org.awaitility.Awaitility;
import org.jboss.logmanager.LogContext;

/**
 * Brings a file of posts into lake and warehouse with {@code hashlake replay}: in one process, and through Kafka. {@code
 * docs/benchmarks.md} says how to run it.
 */
public final class ReplayBench {

    private static final long POSTS = Long.getLong("hashlake.bench.posts", 1_000_000);
    private static final List<String> SINKS = List.of("lake-1", "warehouse-1");

    private ReplayBench() {}

    public static void main(String[] args) throws Exception {
        LogContext.getLogContext().getLogger("").setLevel(Level.WARNING);
        Path directory = Files.createDirectories(Path.of("target", "bench", "replay-" + System.currentTimeMillis())
                .toAbsolutePath());
        Path file = directory.resolve("posts.jsonl");
        BenchFile.write(file, POSTS);
        alone(Files.createDirectories(directory.resolve("alone")), file);
        try (Cluster cluster = new Cluster(
                directory.resolve("cluster"),
                TestSimulator.settings().withPostsPerSecond(1),
                Map.of(Cluster.LAKE, directory.resolve("lake").toString()))) {
            throughKafka(cluster, directory, file);
        }
        System.exit(0);
    }

    private static void alone(Path directory, Path file) throws Exception {
        long started = System.nanoTime();
        try (HashlakeProcess replay = HashlakeProcess.start(directory, Map.of(), List.of("replay", file.toString()))) {
            Duration cpu = replay.awaitExitAndCpu();
            print("replay in one process", started, cpu, replay);
        }
    }

    private static void throughKafka(Cluster cluster, Path directory, Path file) throws Exception {
        for (String name : SINKS) {
            cluster.start(name);
            cluster.process(name).awaitUp();
        }
        Duration before = cluster.cpu(SINKS);
        long started = System.nanoTime();
        Path home = Files.createDirectories(directory.resolve("replay"));
        try (HashlakeProcess replay =
                HashlakeProcess.start(home, cluster.ingest(), List.of("replay", file.toString()))) {
            Duration cpu = replay.awaitExitAndCpu();
            print("replay into Kafka", started, cpu, replay);
            Awaitility.await().forever().until(() -> cluster.lag() == 0);
            print("replay through Kafka", started, cpu.plus(cluster.cpu(SINKS)).minus(before), replay);
        }
    }

    private static void print(String what, long started, Duration cpu, HashlakeProcess replay) {
        double seconds = (System.nanoTime() - started) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%-24s %,10d in %6.1f s %,8.0f/s   per million: %5.1f CPU-s in the JVMs, %d MB at most in that of replay%n",
                what,
                POSTS,
                seconds,
                POSTS / seconds,
                cpu.toMillis() / 1e3 * 1e6 / POSTS,
                replay.peakResidentMegabytes());
    }
}
