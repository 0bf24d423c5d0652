package io.hashlake.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The jobs of a process, run on demand. */
record RunningJobs(Workspace workspace, HashlakeProcess process) {

    static final String TOKEN = "a token for this test";

    private static final String STAR_SCHEMA = "star-schema";
    private static final List<String> ALL = List.of(STAR_SCHEMA, "compaction", "marts");
    private static final int LONGEST_MILLIS = 200;

    void runEach() throws IOException, InterruptedException {
        for (String job : ALL) {
            run(job);
        }
    }

    void run(String job) throws IOException, InterruptedException {
        assertThat(process.post(path(job), TOKEN)).as(process.output()).isEqualTo(200);
    }

    private static String path(String job) {
        return "/api/v1/jobs/" + job + "/runs";
    }

    /** Begins all of them at once, and ends the process soon after one of them is seen at work. */
    void killAtAMoment(Random random) throws InterruptedException {
        List<String> jobs = new ArrayList<>(ALL);
        Collections.shuffle(jobs, random);
        List<Thread> runs = jobs.stream().map(this::begin).toList();
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(10, TimeUnit.MILLISECONDS)
                .until(() -> isAtWork(jobs.get(0)) || runs.stream().noneMatch(Thread::isAlive));
        process.run(Duration.ofMillis(random.nextInt(LONGEST_MILLIS)));
        process.kill();
        for (Thread run : runs) {
            run.join();
        }
    }

    private Thread begin(String job) {
        Thread run = new Thread(() -> attempt(job), job);
        run.start();
        return run;
    }

    /** The answer's status; 0 where the process was killed meanwhile. */
    int attempt(String job) {
        try {
            return process.post(path(job), TOKEN);
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private boolean isAtWork(String job) throws IOException, SQLException {
        return job.equals(STAR_SCHEMA)
                ? !workspace
                        .warehouse("select 1 from pg_locks where relation = 'dw.build'::regclass"
                                + " and mode = 'ShareRowExclusiveLock' and granted")
                        .isEmpty()
                : !unfinished(job).isEmpty();
    }

    /** As if two minutes had passed since the process was killed that had them. */
    void endLeases() throws IOException {
        for (String job : ALL) {
            for (Path lease : files(job, "lease")) {
                Files.writeString(lease, Files.readString(lease).replaceAll("\\d{16}", "0".repeat(16)));
            }
        }
    }

    /** What was staged, and swaps that were not carried out. */
    List<Path> unfinished() throws IOException {
        List<Path> unfinished = new ArrayList<>();
        for (String job : ALL) {
            unfinished.addAll(unfinished(job));
        }
        return unfinished;
    }

    private List<Path> unfinished(String job) throws IOException {
        List<Path> unfinished = new ArrayList<>(files(job, "staged"));
        unfinished.addAll(files(job, "swaps"));
        return unfinished;
    }

    private List<Path> files(String job, String kind) throws IOException {
        Path directory =
                workspace.directory.resolve("data/lake/_hashlake").resolve(job).resolve(kind);
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }
}
