package io.hashlake.acceptance;

import io.hashlake.warehouse.embedded.EmbeddedWarehouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.jboss.logmanager.LogContext;

/**
 * Measures how soon Hashlake is up against a database that runs, what it takes at rest and at 500 posts/s, and how large it is. {@code
 * docs/benchmarks.md} says how to run it.
 */
public final class StartBench {

    private static final int STARTS = 5;
    private static final Duration SETTLING = Duration.ofSeconds(20);
    private static final Duration MEASURED = Duration.ofSeconds(30);

    private final Path directory;
    private final Map<String, String> database;

    private StartBench(Path directory, EmbeddedWarehouse warehouse) {
        this.directory = directory;
        this.database = Map.of(
                "hashlake.warehouse.jdbc-url", warehouse.jdbcUrl(),
                "hashlake.warehouse.username", warehouse.user(),
                "hashlake.warehouse.password", warehouse.password());
    }

    public static void main(String[] args) throws Exception {
        LogContext.getLogContext().getLogger("").setLevel(Level.WARNING);
        Path directory = Files.createDirectories(Path.of("target", "bench", "start-" + System.currentTimeMillis())
                .toAbsolutePath());
        printSizes();
        try (EmbeddedWarehouse warehouse = EmbeddedWarehouse.start(directory.resolve("postgres"))) {
            StartBench bench = new StartBench(directory, warehouse);
            bench.measureStarts();
            bench.measure("at rest, role api", Map.of("hashlake.roles", "api"));
            bench.measure("at rest, all roles", Map.of("hashlake.simulator.posts-per-second", "1"));
            bench.measure("500 posts/s, all roles", Map.of("hashlake.simulator.posts-per-second", "500"));
        }
        System.exit(0);
    }

    /** The first start makes the schema, and is not counted. */
    private void measureStarts() throws Exception {
        List<Long> millis = new ArrayList<>();
        for (int start = 0; start <= STARTS; start++) {
            long begun = System.nanoTime();
            try (HashlakeProcess process = start(Map.of())) {
                process.awaitUp();
                millis.add(Duration.ofNanos(System.nanoTime() - begun).toMillis());
            }
        }
        long first = millis.remove(0);
        millis.sort(null);
        System.out.printf(
                "up, new schema: %d ms; up: %d ms (median of %d, %d to %d)%n",
                first, millis.get(STARTS / 2), STARTS, millis.get(0), millis.get(STARTS - 1));
    }

    private void measure(String what, Map<String, String> properties) throws Exception {
        try (HashlakeProcess process = start(properties)) {
            process.awaitUp().run(SETTLING);
            Duration before = process.cpu();
            process.run(MEASURED);
            System.out.printf(
                    Locale.ROOT,
                    "%-24s %4d MB resident, %5.1f %% of a core%n",
                    what,
                    process.residentMegabytes(),
                    100.0 * process.cpu().minus(before).toMillis() / MEASURED.toMillis());
        }
    }

    private HashlakeProcess start(Map<String, String> properties) throws IOException {
        Map<String, String> all = new HashMap<>(database);
        all.putAll(properties);
        return HashlakeProcess.start(directory, all);
    }

    /** Directories of the application are the layers of the image. */
    private static void printSizes() throws IOException {
        Path application = Path.of("target", "quarkus-app");
        for (String part : List.of("lib", "quarkus", "app")) {
            System.out.printf(Locale.ROOT, "%-8s %6.1f MB%n", part, megabytes(application.resolve(part)));
        }
        System.out.printf(Locale.ROOT, "%-8s %6.1f MB%n", "all", megabytes(application));
    }

    private static double megabytes(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                            .mapToLong(file -> file.toFile().length())
                            .sum()
                    / 1e6;
        }
    }
}
