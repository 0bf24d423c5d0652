package io.hashlake.bench;

import io.hashlake.warehouse.analytics.Analytics;
import io.hashlake.warehouse.analytics.JdbcAnalytics;
import io.hashlake.warehouse.analytics.cache.CachedAnalytics;
import io.hashlake.warehouse.embedded.EmbeddedWarehouse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Level;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jboss.logmanager.LogContext;

/**
 * How long the dashboard's questions take: first each alone and without a cache, then as twenty people ask them who look at
 * one hashtag and period for half a minute and then at others, updated every two seconds.
 */
public final class AnalyticsBench {

    private static final long POSTS = Long.getLong("hashlake.bench.posts", 1_000_000);
    private static final Duration LENGTH = Duration.ofSeconds(Long.getLong("hashlake.bench.seconds", 120));
    private static final int CLIENTS = 20;

    private AnalyticsBench() {}

    public static void main(String[] args) throws Exception {
        LogContext.getLogContext().getLogger("").setLevel(Level.WARNING);
        Path directory = Path.of("target", "bench", "analytics").toAbsolutePath();
        boolean stored = Files.exists(directory.resolve("end"));
        Files.createDirectories(directory);
        try (EmbeddedWarehouse postgres = EmbeddedWarehouse.start(directory.resolve("postgres"))) {
            DataSource database = BenchDatabase.migrated(postgres);
            if (!stored) {
                Instant now = Instant.now();
                Duration built = new BenchPosts(POSTS, now).store(database);
                System.out.println("the star schema of " + POSTS + " posts was built in " + built.toSeconds() + " s");
                Files.writeString(directory.resolve("end"), now.toString());
            }
            Instant end =
                    Instant.parse(Files.readString(directory.resolve("end")).strip());
            // The clock goes on from where the posts end.
            Clock clock = Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), end));
            Analytics analytics = new JdbcAnalytics(database, Duration.ofSeconds(60));
            eachAlone(analytics, Clock.fixed(end, ZoneOffset.UTC));
            together(analytics, clock, ProcessTree.ofServer(directory.resolve("postgres/cluster")));
        }
        System.exit(0);
    }

    private static void eachAlone(Analytics analytics, Clock clock) throws Exception {
        Latencies latencies = new Latencies();
        for (int run = 0; run < 3; run++) {
            for (List<String> hashtags :
                    List.of(List.<String>of(), List.of("tag1"), List.of("tag20"), List.of("tag1", "tag2"))) {
                for (BenchQuestions.Period period : BenchQuestions.Period.values()) {
                    String who = (hashtags.isEmpty() ? "all posts" : String.join("+", hashtags)) + ", " + period;
                    BenchQuestions questions = new BenchQuestions(analytics, clock, hashtags, period);
                    questions.askAll((kind, nanos) -> latencies.add(kind + ", " + who, nanos));
                }
            }
        }
        latencies.print("one client, no cache: ms at best and worst of three", 0, 100);
    }

    private static void together(Analytics analytics, Clock clock, ProcessTree server) throws Exception {
        Latencies latencies = new Latencies();
        Latencies misses = new Latencies();
        ExecutorService background = Executors.newFixedThreadPool(2);
        Analytics cached = new CachedAnalytics(Timing.of(analytics, misses), clock, background);
        Instant until = Instant.now().plus(LENGTH);
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        Measurement measurement = new Measurement(server);
        CompletableFuture.allOf(IntStream.range(0, CLIENTS)
                        .mapToObj(client -> CompletableFuture.runAsync(
                                () -> new BenchClient(cached, clock, new Random(client), latencies).runUntil(until),
                                clients))
                        .toArray(CompletableFuture[]::new))
                .join();
        System.out.println(StageResult.header());
        System.out.println(
                measurement.result(CLIENTS + " clients", latencies.count()).row(null));
        latencies.print(CLIENTS + " clients, cached: ms at p50 and p99", 50, 99);
        misses.print("of these asked of PostgreSQL: ms at p50 and p99", 50, 99);
        clients.shutdownNow();
        background.shutdownNow();
    }
}
