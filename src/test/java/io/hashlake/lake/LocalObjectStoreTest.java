package io.hashlake.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hashlake.lake.ObjectStore.StoredObject;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalObjectStoreTest {

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

    private static List<ByteBuffer> content(String... parts) {
        return List.of(parts).stream()
                .map(part -> ByteBuffer.wrap(part.getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    @Test
    void returnsWhatWasPut() throws IOException {
        store.put("a/b=ü/c", content("one", "", "two"));

        assertThat(new String(store.read("a/b=ü/c", 0, 6), StandardCharsets.UTF_8))
                .isEqualTo("onetwo");
        assertThat(new String(store.read("a/b=ü/c", 2, 3), StandardCharsets.UTF_8))
                .isEqualTo("etw");
    }

    @Test
    void replacesAnObject() throws IOException {
        store.put("a/b", content("a long first version"));
        store.put("a/b", content("second"));

        assertThat(root.resolve("a/b")).hasContent("second");
    }

    @Test
    void putsTheSameContentAgain() throws IOException {
        List<ByteBuffer> content = content("same");
        store.put("a", content);
        store.put("b", content);

        assertThat(root.resolve("b")).hasContent("same");
    }

    @Test
    void listsByPrefixInTheOrderOfTheKeys() throws IOException {
        for (String key : List.of("x/b/2", "x/b/1", "x/a/9", "x/bb/1", "y/1")) {
            store.put(key, content(key));
        }

        assertThat(store.list("x/b")).extracting(StoredObject::key).containsExactly("x/b/1", "x/b/2", "x/bb/1");
        assertThat(store.list("x/b/")).containsExactly(new StoredObject("x/b/1", 5), new StoredObject("x/b/2", 5));
        assertThat(store.list("")).hasSize(5);
        assertThat(store.list("nothing/here/")).isEmpty();
    }

    @Test
    void deletesWhetherItIsThereOrNot() throws IOException {
        store.put("a/b", content("x"));
        store.delete("a/b");
        store.delete("a/b");

        assertThat(store.list("")).isEmpty();
    }

    @Test
    void tellsWhatIsMissingWhenReading() throws IOException {
        store.put("a", content("short"));

        assertThatThrownBy(() -> store.read("a", 3, 9))
                .isInstanceOf(EOFException.class)
                .hasMessage("a ends before byte 12");
        assertThatThrownBy(() -> store.read("b", 0, 1))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("b");
    }

    @Test
    void removesWhatAKilledProcessLeftHalfWritten() throws IOException {
        Path left = Files.writeString(root.resolve("_hashlake/tmp/7.tmp"), "half");

        assertThat(store.list("")).isEmpty();
        new LocalObjectStore(root).open();

        assertThat(left).doesNotExist();
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
        LakeSink sink =
                new LakeSink(store, LakeSettings.defaults(), new MemoryCursors(), letters -> {}, Clock.systemUTC());
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
