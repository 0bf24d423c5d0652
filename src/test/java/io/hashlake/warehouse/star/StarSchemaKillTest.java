package io.hashlake.warehouse.star;

import static org.assertj.core.api.Assertions.assertThat;

import io.hashlake.ServerTest;
import io.hashlake.tweet.Tweet;
import io.hashlake.warehouse.TestWarehouse;
import io.hashlake.warehouse.sink.ObservedPosts;
import io.hashlake.warehouse.sink.WarehouseSink;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the job builds while it is killed and while sinks write is what one undisturbed run builds. */
@ServerTest
class StarSchemaKillTest {

    private static final String ZONE = "America/Sao_Paulo";
    private static final int KILLS = 20;

    private final DataSource database = TestWarehouse.migrated();

    @BeforeEach
    void analyse() throws Exception {
        ObservedPosts.analyse(database);
    }

    @Test
    void aKillAtAnyMomentLosesAndDoublesNothing() throws Exception {
        List<Tweet> observations = new ObservedPosts(11).some(400);
        ObservedPosts.commit(ObservedPosts.sink(database), observations);
        Random random = new Random(5);
        int kills = 0;
        try (StarJob job = new StarJob(database, ZONE, 0)) {
            while (kills < KILLS) {
                markAll();
                CompletableFuture<Exception> run = CompletableFuture.supplyAsync(job::attempt);
                Awaitility.await().pollInterval(1, TimeUnit.MILLISECONDS).until(() -> run.isDone() || isBuilding());
                Awaitility.await()
                        .pollDelay(random.nextInt(40_000), TimeUnit.MICROSECONDS)
                        .until(() -> true);
                kill();
                kills += run.get() == null ? 0 : 1;
            }
            assertThat(job.registry
                            .find("hashlake.job.runs")
                            .tag("outcome", "failed")
                            .counter()
                            .count())
                    .isEqualTo(KILLS);
            job.run();
        }
        assertThat(StarState.of(database)).isEqualTo(StarState.expected(observations, ZoneId.of(ZONE)));
    }

    @Test
    void whatSinksStoreWhileItRunsIsInTheNextRun() throws Exception {
        List<Tweet> observations = new ObservedPosts(12).some(500);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        AtomicBoolean isWritten = new AtomicBoolean();
        try (StarJob one = new StarJob(database, ZONE);
                StarJob other = new StarJob(database, ZONE)) {
            List<Future<Void>> jobs = List.of(
                    threads.submit(() -> runUntil(one, isWritten)), threads.submit(() -> runUntil(other, isWritten)));
            for (Future<Void> done : threads.invokeAll(List.of(writer(observations, 0), writer(observations, 1)))) {
                done.get();
            }
            isWritten.set(true);
            for (Future<Void> job : jobs) {
                job.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(StarState.of(database)).isEqualTo(StarState.expected(observations, ZoneId.of(ZONE)));
    }

    /** Runs once more after the last commit. */
    private static Void runUntil(StarJob job, AtomicBoolean isWritten) {
        boolean isLast;
        do {
            isLast = isWritten.get();
            job.run();
        } while (!isLast);
        return null;
    }

    /** Both store every post; what one has only seen again may come before it is new to the other. */
    private Callable<Void> writer(List<Tweet> observations, int number) {
        return () -> {
            List<Tweet> mine = new ArrayList<>(observations);
            Collections.shuffle(mine, new Random(number));
            WarehouseSink sink = ObservedPosts.sink(database);
            for (List<Tweet> commit : new ObservedPosts(number).commits(mine, 100)) {
                ObservedPosts.commit(sink, commit);
            }
            return null;
        };
    }

    private void markAll() throws Exception {
        TestWarehouse.update(database, """
                INSERT INTO ops.changed_hour (hour) SELECT DISTINCT date_trunc('hour', created_at, 'UTC') FROM twitter.tweet
                """);
    }

    private boolean isBuilding() throws Exception {
        return !TestWarehouse.rows(database, """
                SELECT FROM pg_locks WHERE relation = 'dw.build'::regclass AND mode = 'ShareRowExclusiveLock' AND granted
                """).isEmpty();
    }

    /** Ends the job's connection, whatever it does. */
    private void kill() throws Exception {
        TestWarehouse.rows(database, """
                SELECT pg_terminate_backend(pid) FROM pg_locks
                WHERE relation = 'dw.build'::regclass AND mode = 'ShareRowExclusiveLock'
                """);
    }
}
