package io.hashlake.lake.commit;

import io.hashlake.TestConfig;
import io.hashlake.core.Payload;
import io.hashlake.core.TweetBatch;
import io.hashlake.lake.store.LocalObjectStore;
import io.hashlake.tweet.Tweet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A small lake with everything that engines stumble over. */
final class LakeFixture {

    /** What some engine takes for no text, for a number, a date or a truth value, and what paths have to escape. */
    static final List<String> HASHTAGS = List.of(
            "covid19",
            "null",
            "infinity",
            "nan",
            "2020-01-01",
            "true",
            "2024",
            "007",
            "1e3",
            "0x1f",
            "__hive_default_partition__",
            "saúde",
            "東京",
            "😀🚀",
            "a=b/c%d e",
            "'quoted'");

    /** One of each hashtag, one of all of them, two of none. */
    static final int POSTS = HASHTAGS.size() + 3;

    private LakeFixture() {}

    static void write(Path root) throws IOException {
        List<Tweet> tweets = new ArrayList<>();
        for (String hashtag : HASHTAGS) {
            tweets.add(TestTweets.tweet(tweets.size() + 1, hashtag));
        }
        tweets.add(TestTweets.tweet(tweets.size() + 1, HASHTAGS.toArray(String[]::new)));
        tweets.add(TestTweets.tweet(tweets.size() + 1));
        tweets.add(TestTweets.tweet(tweets.size() + 1));
        try (LakeSink sink = new LakeSink(
                new LocalObjectStore(root),
                TestConfig.of(LakeConfig.class),
                new MemoryCursors(),
                letters -> {},
                Clock.systemUTC())) {
            sink.open();
            sink.write(TestTweets.batch("search", "0", "1", tweets));
            sink.commit();
        }
    }

    static void writeRaw(Path root) throws IOException {
        Payload payload =
                new Payload(TestTweets.NOON, "{\"meta\":{\"result_count\":0}}".getBytes(StandardCharsets.UTF_8));
        Rotation rotation = new Rotation(1_000, 1 << 20, Duration.ofSeconds(60));
        try (RawSink sink = new RawSink(new LocalObjectStore(root), rotation, new MemoryCursors(), Clock.systemUTC())) {
            sink.open();
            sink.write(new TweetBatch("null", "0", "1", List.of(), List.of(), List.of(payload)));
            sink.commit();
        }
    }
}
