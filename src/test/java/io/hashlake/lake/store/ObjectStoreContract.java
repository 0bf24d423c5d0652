package io.hashlake.lake.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hashlake.lake.store.ObjectStore.StoredObject;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every store has to do; each test finds an empty one. */
abstract class ObjectStoreContract {

    abstract ObjectStore store();

    static List<ByteBuffer> content(String... parts) {
        return Arrays.stream(parts)
                .map(part -> ByteBuffer.wrap(part.getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    private String text(String key, long offset, int length) throws IOException {
        return new String(store().read(key, offset, length), StandardCharsets.UTF_8);
    }

    @Test
    void returnsWhatWasPut() throws IOException {
        store().put("a/b=ü/c", content("one", "", "two"));

        assertThat(text("a/b=ü/c", 0, 6)).isEqualTo("onetwo");
        assertThat(text("a/b=ü/c", 2, 3)).isEqualTo("etw");
        assertThat(text("a/b=ü/c", 6, 0)).isEmpty();
    }

    @Test
    void replacesAnObject() throws IOException {
        store().put("a/b", content("a long first version"));
        store().put("a/b", content("second"));

        assertThat(store().list("a/")).containsExactly(new StoredObject("a/b", 6));
        assertThat(text("a/b", 0, 6)).isEqualTo("second");
    }

    @Test
    void putsAnObjectOnlyWhereThereIsNone() throws IOException {
        assertThat(store().putIfAbsent("a/b", content("first"))).isTrue();
        assertThat(store().putIfAbsent("a/b", content("second"))).isFalse();
        store().delete("a/b");
        assertThat(store().putIfAbsent("a/b", content("third"))).isTrue();

        assertThat(text("a/b", 0, 5)).isEqualTo("third");
        assertThat(store().list("")).hasSize(1);
    }

    @Test
    void copiesAnObjectWhereverItsKeyLies() throws IOException {
        store().put("a/hashtag=saúde %2F😀/1", content("content"));
        store().put("b", content("was here before"));
        for (int time = 0; time < 2; time++) {
            store().copy("a/hashtag=saúde %2F😀/1", "c/hashtag=saúde %2F😀/2");
            store().copy("a/hashtag=saúde %2F😀/1", "b");
        }
        store().delete("a/hashtag=saúde %2F😀/1");

        assertThat(text("c/hashtag=saúde %2F😀/2", 0, 7)).isEqualTo("content");
        assertThat(text("b", 0, 7)).isEqualTo("content");
        assertThat(store().list("")).hasSize(2);
        assertThatThrownBy(() -> store().copy("nothing", "d")).isInstanceOf(IOException.class);
    }

    @Test
    void putsTheSameContentAgain() throws IOException {
        List<ByteBuffer> content = content("same");
        store().put("a", content);
        store().put("b", content);

        assertThat(text("b", 0, 4)).isEqualTo("same");
    }

    @Test
    void putsAPartOfABuffer() throws IOException {
        store().put(
                        "a",
                        List.of(ByteBuffer.wrap("0123456789".getBytes(StandardCharsets.UTF_8), 2, 5)
                                .slice()));

        assertThat(text("a", 0, 5)).isEqualTo("23456");
    }

    @Test
    void listsByPrefixInTheOrderOfTheKeys() throws IOException {
        for (String key : List.of("x/b/2", "x/b/1", "x/a/9", "x/bb/1", "y/1")) {
            store().put(key, content(key));
        }

        assertThat(store().list("x/b")).extracting(StoredObject::key).containsExactly("x/b/1", "x/b/2", "x/bb/1");
        assertThat(store().list("x/b/")).containsExactly(new StoredObject("x/b/1", 5), new StoredObject("x/b/2", 5));
        assertThat(store().list("")).hasSize(5);
        assertThat(store().list("nothing/here/")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tweets/hashtag=saúde/dt=2026-11-22/a.parquet",
                "tweets/hashtag=100%25/a b.parquet",
                "tweets/hashtag=a%2Fb/a+b&c.parquet",
                "tweets/hashtag=東京😀/~(a)'!$@,;.parquet",
                "_hashlake/intents/search/0001.json"
            })
    void takesWhateverAKeyMayHold(String key) throws IOException {
        store().put(key, content("x"));

        assertThat(store().list(key.substring(0, key.lastIndexOf('/') + 1))).containsExactly(new StoredObject(key, 1));
        assertThat(text(key, 0, 1)).isEqualTo("x");
        store().delete(key);
        assertThat(store().list("")).isEmpty();
    }

    @Test
    void keepsALargeObjectByteForByte() throws IOException {
        byte[] bytes = new byte[40 << 20];
        new Random(1).nextBytes(bytes);
        int cut = 7_000_001;
        store().put("large", List.of(ByteBuffer.wrap(bytes, 0, cut), ByteBuffer.wrap(bytes, cut, bytes.length - cut)));

        assertThat(store().list("")).containsExactly(new StoredObject("large", bytes.length));
        assertThat(Arrays.equals(store().read("large", 0, bytes.length), bytes)).isTrue();
        assertThat(store().read("large", bytes.length - 3, 3))
                .containsExactly(Arrays.copyOfRange(bytes, bytes.length - 3, bytes.length));
    }

    @Test
    void deletesWhetherItIsThereOrNot() throws IOException {
        store().put("a/b", content("x"));
        store().delete("a/b");
        store().delete("a/b");

        assertThat(store().list("")).isEmpty();
    }

    @Test
    void tellsWhatIsMissingWhenReading() throws IOException {
        store().put("a", content("short"));

        assertThatThrownBy(() -> store().read("a", 3, 9))
                .isInstanceOf(EOFException.class)
                .hasMessage("a ends before byte 12");
        assertThatThrownBy(() -> store().read("a", 7, 2))
                .isInstanceOf(EOFException.class)
                .hasMessage("a ends before byte 9");
        assertThatThrownBy(() -> store().read("b", 0, 1))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("b");
    }
}
