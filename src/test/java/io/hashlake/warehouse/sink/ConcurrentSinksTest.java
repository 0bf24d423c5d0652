package io.hashlake.warehouse.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.hashlake.ServerTest;
import io.hashlake.core.TweetBatch;
import io.hashlake.tweet.Tweet;
import io.hashlake.warehouse.TestWarehouse;
import io.hashlake.warehouse.sink.NewestObservationTest.Seen;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@ServerTest
class ConcurrentSinksTest {

    private static final int COMMITS = 60;

    @Test
    void endInTheStateOfTheModelAndNeverDeadlock() throws Exception {
        List<List<Seen>> one = commits(new Random(1));
        List<List<Seen>> other = commits(new Random(2));
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (AgroalDataSource database = TestWarehouse.pooled()) {
            for (Future<Void> done : threads.invokeAll(List.of(writer(database, one), writer(database, other)))) {
                done.get();
            }
            List<Seen> all = new ArrayList<>();
            one.forEach(all::addAll);
            other.forEach(all::addAll);
            assertThat(WarehouseState.of(database)).isEqualTo(WarehouseState.expected(all));
        } finally {
            threads.shutdownNow();
        }
    }

    /** A commit that fails, for a deadlock above all, fails the test. */
    private static Callable<Void> writer(AgroalDataSource database, List<List<Seen>> commits) {
        return () -> {
            WarehouseSink sink = new WarehouseSink(
                    database,
                    rejected -> {
                        throw new AssertionError(rejected);
                    },
                    Clock.systemUTC());
            for (List<Seen> commit : commits) {
                List<Tweet> tweets = commit.stream().map(Seen::tweet).toList();
                sink.write(new TweetBatch("source", "a", "b", tweets, List.of()));
                sink.commit();
            }
            return null;
        };
    }

    /** Tweets of a moving window, so that both sinks meet new and known ids of each other all the time. */
    private static List<List<Seen>> commits(Random random) {
        List<List<Seen>> commits = new ArrayList<>();
        for (int i = 0; i < COMMITS; i++) {
            List<Seen> commit = new ArrayList<>();
            for (int j = 0; j < 200; j++) {
                commit.add(new Seen(
                        1 + i * 50 + random.nextInt(300),
                        random.nextInt(5),
                        random.nextBoolean(),
                        random.nextBoolean(),
                        List.of(random.nextBoolean() ? "covid19" : "health")));
            }
            commits.add(commit);
        }
        return commits;
    }
}
