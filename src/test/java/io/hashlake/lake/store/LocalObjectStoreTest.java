package io.hashlake.lake.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hashlake.TestConfig;
import io.hashlake.lake.commit.LakeConfig;
import io.hashlake.lake.commit.LakeContents;
import io.hashlake.lake.commit.LakeSink;
import io.hashlake.lake.commit.MemoryCursors;
import io.hashlake.lake.commit.TestTweets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalObjectStoreTest extends ObjectStoreContract {

    @TempDir
    Path directory;

    private Path root;
    private LocalObjectStore store;

    @BeforeEach
    void open() throws IOException {
        root = directory.resolve("lake");
        store = new LocalObjectStore(root);
        store.open();
    }

    @Override
    ObjectStore store() {
        return store;
    }

    @Test
    void removesWhatAKilledProcessLeftHalfWritten() throws IOException {
        Path left = Files.writeString(root.resolve("_hashlake/tmp/7.tmp"), "half");
        Files.setLastModifiedTime(left, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
        Path beingWritten = Files.writeString(root.resolve("_hashlake/tmp/8.tmp"), "half");

        assertThat(store.list("")).isEmpty();
        new LocalObjectStore(root).open();

        assertThat(left).doesNotExist();
        assertThat(beingWritten).exists();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/a", "a/", "a//b", "../a", "a/../../b", ".", "a\\b", "a\0b"})
    void refusesWhatIsNoKey(String key) {
        assertThatThrownBy(() -> store.put(key, content("x")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is no key");
    }

    @Test
    void letsTheSinkGoOnOnceTheDirectoryIsBack() throws IOException {
        LakeSink sink = new LakeSink(
                store, TestConfig.of(LakeConfig.class), new MemoryCursors(), letters -> {}, Clock.systemUTC());
        sink.open();
        sink.write(TestTweets.batch("search", 0, 5, "covid19"));
        Path aside = directory.resolve("aside");
        Files.move(root, aside);
        Files.writeString(root, "no directory");
        assertThatThrownBy(sink::commit).isInstanceOf(IOException.class);
        assertThatThrownBy(sink::commit).isInstanceOf(IOException.class);

        Files.delete(root);
        Files.move(aside, root);

        assertThat(sink.commit().rows()).isEqualTo(5);
        assertThat(new LakeContents(store).rows()).isEqualTo(LakeContents.expected("covid19", 1, 5));
    }
}
