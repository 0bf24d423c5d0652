package io.hashlake.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parts of a single machine break: its embedded server, its disk, its ports, its files. */
class BrokenPartsIT {

    private static final Map<String, String> QUICK =
            Map.of("hashlake.search.delay", "1s", "hashlake.lake.rotation-age", "1s");

    @TempDir
    Path directory;

    private Optional<Path> mounted = Optional.empty();

    @AfterEach
    void unmount() throws Exception {
        if (mounted.isPresent()) {
            new ProcessBuilder("umount", "-l", mounted.get().toString()).start().waitFor();
        }
    }

    @Test
    void theEmbeddedServerIsStartedAgainWhereItWasKilled() throws Exception {
        try (HashlakeProcess hashlake = HashlakeProcess.start(directory, QUICK).awaitUp()) {
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(hashlake.get("/q/health/ready"))
                    .contains("running, last response at"));
            ProcessHandle killed = postmaster(directory.resolve("data")).orElseThrow();
            killed.destroyForcibly();
            killed.onExit().get(60, TimeUnit.SECONDS);
            await().atMost(Duration.ofSeconds(60)).until(() -> hashlake.output().contains("PostgreSQL recovered"));
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(hashlake.get("/q/health")).doesNotContain("\"DOWN\""));
            assertThat(hashlake.output()).contains("it was killed").doesNotContain("\tat ");
            // Each part that needs the database tells of it once, and a job that was running at each of its attempts.
            assertThat(linesWith(hashlake, "WARN") + linesWith(hashlake, "ERROR"))
                    .as(hashlake.output())
                    .isLessThan(16);
            hashlake.stop();
        }
        assertThat(postmaster(directory.resolve("data"))).isEmpty();
    }

    @Test
    void aFullDiskIsCalledSoAndWaitedFor() throws Exception {
        Path disk = mount();
        Path data = disk.resolve("data");
        try (HashlakeProcess hashlake = HashlakeProcess.start(
                        directory,
                        Map.of(
                                "hashlake.search.delay", "1s",
                                "hashlake.lake.rotation-age", "1s",
                                "hashlake.data-directory", data.toString()))
                .awaitUp()) {
            Path filler = disk.resolve("filler");
            fill(filler);
            postmaster(data).ifPresent(ProcessHandle::destroyForcibly);
            await().atMost(Duration.ofSeconds(90)).untilAsserted(() -> assertThat(hashlake.get("/q/health/ready"))
                    .contains("the embedded PostgreSQL ended")
                    .containsIgnoringCase("no space"));
            hashlake.run(Duration.ofSeconds(10));
            Files.delete(filler);
            await().atMost(Duration.ofSeconds(90))
                    .untilAsserted(() -> assertThat(hashlake.get("/q/health")).doesNotContain("\"DOWN\""));
            assertThat(hashlake.output()).doesNotContain("\tat ");
            assertThat(linesWith(hashlake, "WARN") + linesWith(hashlake, "ERROR"))
                    .isLessThan(12);
        }
    }

    @Test
    void aTakenPortIsToldAtOnceAndNothingIsLeftBehind() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String port = Integer.toString(other.getLocalPort());
            Instant begin = Instant.now();
            try (HashlakeProcess hashlake = HashlakeProcess.start(directory, Map.of("quarkus.http.port", port))) {
                assertThat(hashlake.awaitExit()).isEqualTo(1);
                assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(20));
                assertThat(hashlake.output())
                        .contains("quarkus.http.port = " + port, "Address already in use")
                        .doesNotContain("\tat ");
            }
            try (HashlakeProcess simulator =
                    HashlakeProcess.start(directory, Map.of("hashlake.simulator.port", port), List.of("simulator"))) {
                assertThat(simulator.awaitExit()).isEqualTo(1);
                assertThat(simulator.output())
                        .contains("hashlake.simulator.port = " + port)
                        .doesNotContain("\tat ");
            }
        }
        assertThat(postmaster(directory.resolve("data"))).isEmpty();
    }

    @Test
    void aStartThatFailsLateLeavesNoServerBehind() throws Exception {
        Files.writeString(Files.createDirectories(directory.resolve("routes")).resolve("hashtags.yaml"), """
                        - route:
                            id: mine
                            description: With a mistake
                            from:
                              uri: x:search/mine
                              parameters:
                                query: "#mine"
                                window: 5m
                              steps:
                                - to:
                                    uri: direct:batches
                        """);
        try (HashlakeProcess hashlake = HashlakeProcess.start(directory, Map.of())) {
            assertThat(hashlake.awaitExit()).isEqualTo(1);
            assertThat(hashlake.output()).contains("window").doesNotContain("\tat ");
        }
        assertThat(postmaster(directory.resolve("data"))).isEmpty();
    }

    @Test
    void aSignalDuringTheStartEndsItWithEverythingThatItHasStarted() throws Exception {
        try (HashlakeProcess hashlake = HashlakeProcess.start(directory, Map.of())) {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> postmaster(directory.resolve("data")).isPresent());
            Instant begin = Instant.now();
            hashlake.stop();
            assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(10));
            assertThat(hashlake.output()).doesNotContain("\tat ");
        }
        assertThat(postmaster(directory.resolve("data"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 80, 120, 255})
    void withTooFewOpenFilesItEndsInAFewLines(int files) throws Exception {
        Process process = new ProcessBuilder(
                        "bash",
                        "-c",
                        "ulimit -n " + files + "; exec " + String.join(" ", HashlakeCommand.of(Map.of(), List.of())))
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("few.log").toFile())
                .start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            List<String> said = Files.readAllLines(directory.resolve("few.log"));
            assertThat(process.exitValue()).isEqualTo(1);
            assertThat(said)
                    .hasSizeLessThan(12)
                    .anyMatch(line -> line.contains("Too many open files") || line.contains("file descriptors"));
        } finally {
            process.destroyForcibly();
        }
        assertThat(postmaster(directory.resolve("data"))).isEmpty();
    }

    private static long linesWith(HashlakeProcess process, String level) {
        return process.output()
                .lines()
                .filter(line -> line.contains(" " + level + " "))
                .count();
    }

    private static Optional<ProcessHandle> postmaster(Path data) throws IOException {
        Path pidFile = data.resolve("postgres/cluster/postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(pidFile)) {
            return lines.findFirst().map(String::strip).map(Long::valueOf).flatMap(ProcessHandle::of);
        }
    }

    /** Where a file system of its own may be mounted; skipped elsewhere. */
    private Path mount() throws Exception {
        Path disk = Files.createDirectories(directory.resolve("disk"));
        int exit = new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=220m", "tmpfs", disk.toString())
                .redirectErrorStream(true)
                .start()
                .waitFor();
        assumeThat(exit).as("a small disk cannot be mounted here").isZero();
        mounted = Optional.of(disk);
        return disk;
    }

    private static void fill(Path file) throws IOException {
        byte[] block = new byte[1 << 16];
        try (var out = Files.newOutputStream(file)) {
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("No space left");
        }
    }
}
