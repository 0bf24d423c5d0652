package io.hashlake.pipeline.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import io.hashlake.core.Rejected;
import io.hashlake.core.erasure.ErasedIds;
import io.hashlake.core.erasure.Tombstones;
import io.hashlake.observability.Meters;
import io.hashlake.pipeline.DeadLetterFiles;
import io.hashlake.tweet.TweetSamples;
import io.hashlake.x.json.erasure.JsonEraser;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeadLetterErasureTest {

    private static final Instant AT = Instant.parse("2026-11-22T12:00:00Z");
    private static final Tombstones ERASED = new Tombstones(ErasedIds.of(1), ErasedIds.NONE, ErasedIds.NONE);

    @TempDir
    Path directory;

    private DeadLetterFiles letters;
    private DeadLetterErasure erasure;

    @BeforeEach
    void open() {
        letters = new DeadLetterFiles(directory, new Meters(new SimpleMeterRegistry()));
        erasure = new DeadLetterErasure(letters, new JsonEraser());
    }

    @Test
    void removesErasedPostsAndKeepsWhatElseALetterHolds() throws IOException {
        letters.add(List.of(
                rejected("{\"data\":[{\"id\":\"1\",\"text\":\"gone\"},{\"id\":\"2\",\"text\":\"kept\"}]}"),
                rejected("{\"id\":\"1\",\"text\":\"gone"),
                new Rejected(AT, "a", Rejected.Stage.BUS, "too large", TweetSamples.tweet(1)),
                new Rejected(AT, "a", Rejected.Stage.BUS, "too large", TweetSamples.tweet(3))));

        assertThat(erasure.erase(ERASED)).isEqualTo(3);

        List<String> lines = Files.readAllLines(letters.files().get(0));
        assertThat(lines).hasSize(2).noneMatch(line -> line.contains("gone"));
        assertThat(lines.get(0)).contains("kept");
        assertThat(erasure.erase(ERASED)).isZero();
    }

    @Test
    void leavesNoFileWithoutLetters() throws IOException {
        letters.add(List.of(rejected("{\"id\":\"1\",\"text\":\"gone\"}")));
        erasure.erase(ERASED);
        assertThat(letters.files()).isEmpty();
        assertThat(erasure.contents()).isEmpty();
    }

    private static Rejected rejected(String payload) {
        return new Rejected(AT, "a", Rejected.Stage.PARSE, "not readable", payload);
    }
}
