package io.hashlake.lake.compaction;

import io.hashlake.TestConfig;
import io.hashlake.core.TweetBatch;
import io.hashlake.lake.commit.LakeConfig;
import io.hashlake.lake.commit.LakeSink;
import io.hashlake.lake.commit.MemoryCursors;
import io.hashlake.lake.commit.TestTweets;
import io.hashlake.lake.store.DamageListener;
import io.hashlake.lake.store.LocalObjectStore;
import io.hashlake.lake.store.ObjectStore;
import io.hashlake.lake.store.Quarantine;
import io.hashlake.lake.store.StoreThreads;
import io.hashlake.tweet.Tweet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How fast one thread compacts posts in which every column has a value: {@code CompactionBench [files] [rows a file]}. */
final class CompactionBench {

    private CompactionBench() {}

    public static void main(String[] arguments) throws IOException {
        int files = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 300;
        int rows = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000;
        Path directory = Files.createTempDirectory("hashlake-compaction");
        ObjectStore store = new LocalObjectStore(directory);
        MemoryCursors cursors = new MemoryCursors();
        for (int run = 0; run < 2; run++) {
            fill(store, cursors, files, rows);
            report(compact(store, cursors));
        }
    }

    private static void fill(ObjectStore store, MemoryCursors cursors, int files, int rows) throws IOException {
        try (LakeSink sink =
                new LakeSink(store, TestConfig.of(LakeConfig.class), cursors, letters -> {}, Clock.systemUTC())) {
            sink.open();
            for (int file = 0; file < files; file++) {
                List<Tweet> tweets = new ArrayList<>();
                for (int row = 0; row < rows; row++) {
                    tweets.add(TestTweets.full(System.nanoTime()).followedBy(List.of("covid19")));
                }
                sink.write(new TweetBatch("bench", "s" + System.nanoTime(), "e" + file, tweets, List.of()));
                sink.commit();
                cursors.advance("bench", "e" + file);
            }
        }
    }

    private record Run(CompactionReport report, Duration took) {}

    private static Run compact(ObjectStore store, MemoryCursors cursors) throws IOException {
        CompactionConfig atOnce = TestConfig.of(CompactionConfig.class, "settle-age=0s", "overlap=0s");
        long started = System.nanoTime();
        try (Compactor compactor = new Compactor(
                new Quarantine(store, DamageListener.NONE),
                Effort.usual(new StoreThreads(1), TableFormat.DIRECTORIES),
                atOnce,
                cursors,
                Clock.systemUTC())) {
            return new Run(compactor.run().orElseThrow(), Duration.ofNanos(System.nanoTime() - started));
        }
    }

    private static void report(Run run) {
        double seconds = run.took().toNanos() / 1e9;
        CompactionReport.Files before = run.report().before();
        System.out.printf(
                "%d files, %,d rows, %.1f MB to %d files, %.1f MB in %.1f s: %,.0f rows/s, %.1f MB/s in; heap %d MB%n",
                before.count(),
                before.rows(),
                before.bytes() / 1e6,
                run.report().after().count(),
                run.report().after().bytes() / 1e6,
                seconds,
                before.rows() / seconds,
                before.bytes() / 1e6 / seconds,
                Runtime.getRuntime().totalMemory() >> 20);
    }
}
