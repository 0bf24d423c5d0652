package io.hashlake.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.hashlake.ServerTest;
import io.hashlake.core.TweetBatch;
import io.hashlake.text.LanguageDetector;
import io.hashlake.text.TextAnalyzer;
import io.hashlake.text.sentiment.LexiconSentiment;
import io.hashlake.tweet.Tweet;
import io.hashlake.warehouse.TestWarehouse;
import io.hashlake.warehouse.sink.WarehouseSink;
import io.hashlake.x.json.MalformedPageException;
import io.hashlake.x.json.PageParser;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ceilings of what a post costs that no other load on the machine changes. They have some room, for the JIT saves allocations;
 * one that is exceeded needs a reason.
 */
@ServerTest
class CostPerPostTest {

    private static final int POSTS = 2_000;
    private static final int PARSE_BYTES = 9_000;
    private static final int TEXT_BYTES = 7_000;
    private static final int WAREHOUSE_BYTES = 3_000;
    private static final int STATEMENTS_PER_COMMIT = 12;

    @TempDir
    Path directory;

    private List<byte[]> lines;

    @BeforeEach
    void write() throws IOException {
        Path file = directory.resolve("posts.jsonl");
        BenchFile.write(file, POSTS);
        lines = Files.readAllLines(file).stream().map(String::getBytes).toList();
    }

    @Test
    void parsingAllocatesLittle() throws Exception {
        parse();

        assertThat(allocatedPerPost(this::parse)).isLessThan(PARSE_BYTES);
    }

    @Test
    void analysingATextAllocatesLittle() throws Exception {
        TextAnalyzer analyzer = new TextAnalyzer(LanguageDetector.NONE, LexiconSentiment.load());
        List<Tweet> tweets = parse();

        assertThat(allocatedPerPost(() -> tweets.stream().map(analyzer::analyse).toList()))
                .isLessThan(TEXT_BYTES);
    }

    @Test
    void aCommitOfTheWarehouseTakesFewStatementsHoweverManyPostsItHas() throws Exception {
        CountedStatements statements = new CountedStatements();
        WarehouseSink sink =
                new WarehouseSink(statements.over(TestWarehouse.migrated()), rejected -> {}, Clock.systemUTC());
        List<Tweet> tweets = parse();

        commit(sink, tweets.subList(0, 500));
        assertThat(statements.next()).isLessThanOrEqualTo(STATEMENTS_PER_COMMIT);
        long bytes = allocatedPerPost(() -> commit(sink, tweets.subList(500, POSTS)));
        assertThat(statements.next()).isLessThanOrEqualTo(STATEMENTS_PER_COMMIT);
        assertThat(bytes).isLessThan(WAREHOUSE_BYTES);
        commit(sink, tweets);
        assertThat(statements.next()).isLessThanOrEqualTo(2 * STATEMENTS_PER_COMMIT);
    }

    private static Object commit(WarehouseSink sink, List<Tweet> tweets) throws IOException {
        sink.write(new TweetBatch("bench", "a", "b", tweets, List.of()));
        return sink.commit();
    }

    private List<Tweet> parse() throws MalformedPageException {
        PageParser parser = new PageParser();
        List<Tweet> tweets = new ArrayList<>();
        for (byte[] line : lines) {
            tweets.addAll(parser.parseLine(line, "bench", Instant.EPOCH).tweets());
        }
        return tweets;
    }

    /** Of all posts, whichever of them the action works on. */
    private static long allocatedPerPost(Callable<?> action) throws Exception {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        action.call();
        return (threads.getCurrentThreadAllocatedBytes() - before) / POSTS;
    }
}
