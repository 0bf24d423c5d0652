package io.hashlake.example.ndjson;

import static io.hashlake.tweet.TweetSamples.batch;
import static io.hashlake.tweet.TweetSamples.tweet;
import static io.hashlake.tweet.TweetSamples.written;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hashlake.core.Rejected;
import io.hashlake.core.Sink.Commit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NdjsonSinkTest {

    @TempDir
    Path directory;

    private final List<Rejected> letters = new ArrayList<>();
    private Path file;
    private NdjsonSink sink;

    @BeforeEach
    void open() throws IOException {
        file = directory.resolve("data/posts.ndjson");
        sink = opened();
    }

    private NdjsonSink opened() throws IOException {
        NdjsonSink opened = new NdjsonSink(file, letters::addAll, Clock.systemUTC());
        opened.open();
        return opened;
    }

    @Test
    void aPostIsWrittenOnceHoweverOftenItComes() throws IOException {
        sink.write(batch("a", 1, tweet(1), tweet(2)));
        sink.write(batch("b", 1, tweet(2)));
        Commit commit = sink.commit();
        assertThat(commit).isEqualTo(new Commit(2, 0, 2, 1, 0, Files.size(file)));

        NdjsonSink restarted = opened();
        restarted.write(batch("a", 1, tweet(1), tweet(2), tweet(3)));
        assertThat(restarted.commit().posts()).isEqualTo(1);
        assertThat(ids()).containsExactly("1", "2", "3");
    }

    @Test
    void aLineThatAKilledProcessLeftHalfWrittenIsOverwritten() throws IOException {
        sink.write(batch("a", 1, tweet(1)));
        sink.commit();
        Files.writeString(file, "{\"id\":2,\"text\":\"t", StandardOpenOption.APPEND);

        NdjsonSink restarted = opened();
        restarted.write(batch("a", 2, tweet(2)));
        restarted.commit();
        assertThat(ids()).containsExactly("1", "2");
    }

    @Test
    void whatFailedIsWrittenByTheNextCommit() throws IOException {
        sink.write(batch("a", 1, tweet(1)));
        Files.createDirectory(file);
        assertThatThrownBy(sink::commit).isInstanceOf(IOException.class);
        Files.delete(file);
        assertThat(sink.commit().posts()).isEqualTo(1);
        assertThat(ids()).containsExactly("1");
    }

    @Test
    void aPostWhoseTextIsNoUnicodeGoesToTheDeadLetterAndTheOthersAreWritten() throws IOException {
        sink.write(batch("a", 1, written("half an emoji: \ud83d", "en"), tweet(2)));
        assertThat(sink.commit()).isEqualTo(new Commit(1, 1, 1, 0, 0, Files.size(file)));
        assertThat(letters).singleElement().satisfies(letter -> {
            assertThat(letter.stage()).isEqualTo(new Rejected.Stage("ndjson"));
            assertThat(letter.tweet().id()).isEqualTo(1);
        });
        assertThat(sink.commit()).isEqualTo(Commit.NOTHING);
    }

    @Test
    void whatIsAbandonedIsNotWrittenAndWhatAnotherProcessWroteIsKnown() throws IOException {
        sink.write(batch("a", 1, tweet(1)));
        sink.write(batch("b", 1, tweet(2)));
        sink.abandon(Set.of("a"));
        sink.commit();
        assertThat(ids()).containsExactly("2");

        NdjsonSink other = opened();
        other.write(batch("a", 1, tweet(1)));
        other.commit();
        sink.takeOver(Set.of("a"));
        sink.write(batch("a", 1, tweet(1), tweet(3)));
        sink.commit();
        assertThat(ids()).containsExactly("2", "1", "3");
    }

    private List<String> ids() throws IOException {
        return Files.readAllLines(file).stream()
                .map(line -> line.replaceFirst("\\{\"id\":(\\d+),.*}", "$1"))
                .toList();
    }
}
