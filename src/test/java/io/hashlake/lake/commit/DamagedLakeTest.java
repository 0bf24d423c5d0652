package io.hashlake.lake.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hashlake.TestConfig;
import io.hashlake.core.TweetBatch;
import io.hashlake.lake.compaction.CompactionConfig;
import io.hashlake.lake.compaction.CompactionReport;
import io.hashlake.lake.compaction.Compactor;
import io.hashlake.lake.parquet.TableReader;
import io.hashlake.lake.parquet.ZstdCodecs;
import io.hashlake.lake.store.Damage;
import io.hashlake.lake.store.DamageListener;
import io.hashlake.lake.store.DamagedFileException;
import io.hashlake.lake.store.InterruptedStore;
import io.hashlake.lake.store.MemoryObjectStore;
import io.hashlake.lake.store.ObjectStore;
import io.hashlake.lake.store.ObjectStore.StoredObject;
import io.hashlake.lake.store.Partition;
import io.hashlake.lake.store.Quarantine;
import io.hashlake.tweet.FakeClock;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One damaged object of the lake is set aside and declared, and everything else goes on. */
class DamagedLakeTest {

    private static final LakeConfig SETTINGS = TestConfig.of(
            LakeConfig.class,
            "rotation-rows=1000",
            "rotation-bytes=1048576",
            "rotation-age=1h",
            "window=1000",
            "remembered-ids=10000");
    private static final CompactionConfig EAGER =
            TestConfig.of(CompactionConfig.class, "min-files=2", "target-size=1048576", "overlap=0s");

    private final MemoryObjectStore store = new MemoryObjectStore();
    private final MemoryCursors cursors = new MemoryCursors();
    private final FakeClock clock = new FakeClock(TestTweets.START);
    private final List<Damage> found = new ArrayList<>();
    private final LakeContents lake = new LakeContents(store);

    /** Ways in which a file comes back from a disk or a bucket. */
    private interface Accident {
        byte[] happenTo(byte[] file);
    }

    private static Stream<Arguments> accidents() {
        return Stream.of(
                accident("zero length", file -> new byte[0]),
                accident("three bytes", file -> Arrays.copyOf(file, 3)),
                accident("cut in the middle", file -> Arrays.copyOf(file, file.length / 2)),
                accident("without its last byte", file -> Arrays.copyOf(file, file.length - 1)),
                accident("text", file -> "<html>502 Bad Gateway</html>".getBytes(StandardCharsets.UTF_8)),
                accident("noise", file -> noise(file.length)),
                accident("zeros, as after a power cut", file -> new byte[file.length]),
                accident("zeros at the end", file -> overwritten(file, file.length - 16, file.length, 0)),
                accident("wrong magic at the end", file -> overwritten(file, file.length - 4, file.length, 'X')),
                accident("noise in the footer", file -> overwritten(file, file.length - 200, file.length - 20, 0x5a)),
                accident("noise in the first page", file -> overwritten(file, 4, 60, 0x5a)));
    }

    private static Arguments accident(String name, Accident accident) {
        return Arguments.of(name, accident);
    }

    private static byte[] noise(int length) {
        byte[] noise = new byte[length];
        new Random(1).nextBytes(noise);
        return noise;
    }

    private static byte[] overwritten(byte[] file, int from, int to, int with) {
        byte[] damaged = file.clone();
        Arrays.fill(damaged, from, to, (byte) with);
        return damaged;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("accidents")
    void aSinkGoesOnWhereAFileIsDamaged(String name, Accident accident) throws IOException {
        write(0, 5);
        write(5, 9);
        StoredObject first = lake.files().get(0);
        store.objects.computeIfPresent(first.key(), (key, file) -> accident.happenTo(file));

        write(9, 12);

        assertThat(lake.rows()).isEqualTo(LakeContents.expected("covid19", 6, 12));
        assertThat(store.objects).containsKey("_hashlake/damaged/" + first.key());
        assertThat(found).extracting(Damage::key).containsExactly(first.key());
        assertThat(found.get(0).day()).contains(Instant.parse("2026-11-22T00:00:00Z"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("accidents")
    void aCompactionGoesOnWithTheOtherFiles(String name, Accident accident) throws IOException {
        write(0, 5);
        write(5, 9);
        write(9, 12);
        StoredObject second = lake.files().get(1);
        store.objects.computeIfPresent(second.key(), (key, file) -> accident.happenTo(file));
        clock.pass(Duration.ofMinutes(11));

        CompactionReport report = compact();

        assertThat(report.failures()).isZero();
        assertThat(report.partitions()).isEqualTo(1);
        assertThat(lake.rows()).hasSize(8).doesNotContain("covid19 6", "covid19 9");
        assertThat(lake.files()).hasSize(1);
        assertThat(store.objects).containsKey("_hashlake/damaged/" + second.key());
        assertThat(found).extracting(Damage::key).containsExactly(second.key());
    }

    @Test
    void whateverBytesChangeAFileIsReadOrCalledDamaged() throws IOException {
        write(0, 50);
        StoredObject file = lake.files().get(0);
        byte[] sound = store.objects.get(file.key());
        List<Long> ids = LongStream.rangeClosed(1, 50).boxed().toList();
        Random random = new Random(7);
        int damaged = 0;
        try (ZstdCodecs codecs = new ZstdCodecs()) {
            TableReader reader = new TableReader(store, codecs);
            for (int i = 0; i < 3_000; i++) {
                byte[] changed = sound.clone();
                IntStream.rangeClosed(0, random.nextInt(3))
                        .forEach(n -> changed[random.nextInt(changed.length)] = (byte) random.nextInt());
                store.objects.put(file.key(), changed);
                try {
                    assertThat(LongStream.of(reader.ids(file)).boxed()).allMatch(ids::contains);
                } catch (DamagedFileException e) {
                    damaged++;
                }
            }
        }
        assertThat(damaged).isGreaterThan(100);
    }

    @Test
    void whatCannotBeDeclaredStaysWhereItIsUntilItCan() throws IOException {
        write(0, 5);
        StoredObject file = lake.files().get(0);
        store.objects.put(file.key(), new byte[0]);
        AtomicInteger failures = new AtomicInteger(2);
        DamageListener ledger = damage -> {
            if (failures.getAndDecrement() > 0) {
                throw new IOException("the ledger is unavailable");
            }
            found.add(damage);
        };
        try (LakeSink sink = sink(new Quarantine(store, ledger))) {
            TweetBatch batch = TestTweets.batch("search", 5, 9, "covid19");
            assertThatThrownBy(() -> sink.write(batch)).hasMessageContaining("ledger");
            assertThatThrownBy(() -> sink.write(batch)).hasMessageContaining("ledger");
            assertThat(store.objects).containsKey(file.key());
            sink.write(batch);
            sink.commit();
        }
        assertThat(lake.rows()).isEqualTo(LakeContents.expected("covid19", 6, 9));
        assertThat(found).hasSize(1);
    }

    @Test
    void aStoreThatFailsIsNoDamage() throws IOException {
        write(0, 5);
        ObjectStore failing = new InterruptedStore(store, operation -> {
            if (operation.startsWith("read")) {
                throw new IOException("no answer");
            }
        });
        try (LakeSink sink = sink(new Quarantine(failing, found::add))) {
            assertThatThrownBy(() -> sink.write(TestTweets.batch("search", 5, 9, "covid19")))
                    .hasMessageContaining("no answer");
        }
        assertThat(found).isEmpty();
        assertThat(lake.rows()).hasSize(5);
    }

    @Test
    void aFileThatAnotherProgramWroteIsNeverMoved() throws IOException {
        write(0, 5);
        String key = Partition.of(TestTweets.tweet(1, "covid19")).get(0).path() + "part-00000-c000.zstd.parquet";
        store.put(key, List.of(ByteBuffer.wrap(noise(500))));

        write(5, 9);

        assertThat(store.objects).containsKey(key);
        assertThat(found).extracting(Damage::key).containsExactly(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\0\0\0\0",
                "{",
                "[]",
                "{\"keys\":[]}",
                "{\"origin\":7,\"ordinal\":1,\"start\":\"0\"," + "\"end\":\"5\",\"cursor\":null,\"keys\":[]}",
                "{\"origin\":\"other\",\"ordinal\":1,\"start\":\"0\","
                        + "\"end\":\"5\",\"cursor\":null,\"keys\":[\"tweets/x\"]}"
            })
    void aDamagedIntentIsSetAsideAndNothingIsLostOrDoubled(String content) throws IOException {
        try (LakeSink sink = sink(new Quarantine(store, found::add))) {
            sink.write(TestTweets.batch("search", 0, 5, "covid19"));
            sink.commit();
        }
        String intent = store.list(LakeSink.INTENTS).get(0).key();
        store.objects.put(intent, content.getBytes(StandardCharsets.UTF_8));

        write(0, 9);
        clock.pass(Duration.ofMinutes(11));
        compact();

        assertThat(lake.rows()).isEqualTo(LakeContents.expected("covid19", 1, 9));
        assertThat(store.objects).containsKey("_hashlake/damaged/" + intent);
        assertThat(found).extracting(Damage::key).containsExactly(intent);
    }

    @Test
    void aCompactionGoesOnWhereAnIntentASwapAndItsLeaseAreDamaged() throws IOException {
        write(0, 5);
        write(5, 9);
        clock.pass(Duration.ofMinutes(11));
        List<String> damaged = List.of(
                "_hashlake/intents/other/0000000000000001.json", "_hashlake/compaction/swaps/0000000000000001.json");
        damaged.forEach(key -> store.put(key, List.of(ByteBuffer.wrap(noise(30)))));
        store.put("_hashlake/compaction/lease/0000000000000003.json", List.of(ByteBuffer.allocate(0)));

        CompactionReport report = compact();

        assertThat(report.partitions()).isEqualTo(1);
        assertThat(lake.rows()).isEqualTo(LakeContents.expected("covid19", 1, 9));
        assertThat(new HashSet<>(found.stream().map(Damage::key).toList())).isEqualTo(new HashSet<>(damaged));
    }

    private LakeSink sink(Quarantine quarantine) {
        return new LakeSink(quarantine, SETTINGS, cursors, letters -> {}, clock);
    }

    /** As a process of its own, whose cursor moves after the commit. */
    private void write(long start, long end) throws IOException {
        clock.pass(Duration.ofSeconds(1));
        try (LakeSink sink = sink(new Quarantine(store, found::add))) {
            sink.write(TestTweets.batch("search", start, end, "covid19"));
            sink.commit();
        }
        cursors.advance("search", Long.toString(end));
    }

    private CompactionReport compact() throws IOException {
        Quarantine quarantine = new Quarantine(store, found::add);
        try (Compactor compactor = new Compactor(quarantine, EAGER, cursors, clock)) {
            return compactor.run().orElseThrow();
        }
    }
}
