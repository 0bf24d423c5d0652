package io.hashlake.bench;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.hashlake.bus.AvroBench;
import io.hashlake.tweet.Tweet;
import io.hashlake.x.json.PageParser;
import java.io.DataInputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Compares what is written by hand on the hot path with the library that could take its place, by the CPU time of one
 * thread. {@code docs/benchmarks.md} says how to run it.
 */
public final class LibraryBench {

    private static final int POSTS = Integer.getInteger("hashlake.bench.posts", 1_000_000);
    private static final int ROUNDS = 3;

    /** Work on one page or on its posts; returns something that keeps it from being optimised away. */
    private interface Work {

        int run(int page) throws Exception;
    }

    private final List<byte[]> pages = new ArrayList<>();
    private final List<List<Tweet>> tweets = new ArrayList<>();

    public static void main(String[] args) throws Exception {
        new LibraryBench().run();
        System.exit(0);
    }

    private void run() throws Exception {
        PageParser parser = new PageParser();
        BenchPages written = BenchPages.write(Files.createTempDirectory("pages"), 10_000);
        try (DataInputStream in = written.open(written.queries().iterator().next())) {
            for (int number = 0; number < 10; number++) {
                byte[] page = BenchPage.read(in).withIdsBelow(1L << 60);
                pages.add(page);
                tweets.add(parser.parse(page, "bench", Instant.EPOCH).tweets());
            }
        }
        ObjectReader records = JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build()
                .readerFor(DatabindPage.class);
        AvroBench avro = new AvroBench(tweets);
        for (int round = 1; round <= ROUNDS; round++) {
            System.out.println("Round " + round);
            measure("JSON, PageParser", page -> parser.parse(pages.get(page), "bench", Instant.EPOCH)
                    .tweets()
                    .size());
            measure("JSON, Jackson databind", page -> ((DatabindPage) records.readValue(pages.get(page)))
                    .data()
                    .size());
            measure("Avro encoding, TweetCodec", avro::encode);
            measure("Avro encoding, Avro's own", avro::encodeGenerically);
            measure("Avro decoding, TweetCodec", avro::decode);
            measure("Avro decoding, Avro's own", avro::decodeGenerically);
        }
        new CopyBench(tweets.stream().flatMap(List::stream).toList(), POSTS / 5).run(ROUNDS);
    }

    private void measure(String what, Work work) throws Exception {
        int done = 0;
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        for (int turn = 0; done < POSTS; turn++) {
            done += work.run(turn % pages.size());
        }
        double seconds = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1e9;
        System.out.printf(Locale.ROOT, "%-28s %5.1f CPU-s per million posts%n", what, seconds / done * 1e6);
    }
}
