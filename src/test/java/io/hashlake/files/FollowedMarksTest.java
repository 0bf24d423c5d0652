package io.hashlake.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hashlake.source.FakeCursors;
import io.hashlake.tweet.Hashtag;
import io.hashlake.tweet.Tweet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FollowedMarksTest {

    /** Posts of many scripts, which are not part of this project. */
    private static final Path POSTS = Path.of("..", "shared", "cases", "marks", "marks.jsonl");

    @Test
    void marksOfOtherScriptsThanLatinKeepPostsOutOfThePartition() throws Exception {
        assumeTrue(Files.exists(POSTS), POSTS + " is not there");
        List<Hashtag> followed = Stream.of(
                        "ハハ", "हिन्दी", "กิน", "мой", "saúde", "paral·lel", "می\u200cخواهم", "Covid19")
                .map(Hashtag::of)
                .toList();
        RecordingOutput output = new RecordingOutput();
        new FileSource(() -> followed, new FakeCursors(), FileSettings.DEFAULT, Clock.systemUTC())
                .read(POSTS, output, progress -> {})
                .toCompletableFuture()
                .join();
        Map<String, TreeSet<Long>> partitions = new TreeMap<>();
        for (Tweet tweet : output.tweets()) {
            tweet.followed().forEach(hashtag -> partitions
                    .computeIfAbsent(hashtag, any -> new TreeSet<>())
                    .add(tweet.id()));
        }
        assertThat(output.tweets()).hasSize(21);
        assertThat(partitions)
                .isEqualTo(Map.of(
                        "ハハ", ids(7001),
                        "हिन्दी", ids(7003),
                        "กิน", ids(7008),
                        "мой", ids(7006),
                        "saúde", ids(7010, 7011, 7012),
                        "paral·lel", ids(7014),
                        "می\u200cخواهم", ids(7017),
                        "covid19", ids(7019, 7020)));
    }

    private static TreeSet<Long> ids(int... ids) {
        return Arrays.stream(ids).asLongStream().boxed().collect(Collectors.toCollection(TreeSet::new));
    }
}
