package io.hashlake.lake.commit;

import static io.hashlake.lake.commit.LakeContents.expected;
import static io.hashlake.lake.commit.TestTweets.batch;
import static io.hashlake.lake.commit.TestTweets.tweet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hashlake.TestConfig;
import io.hashlake.core.Rejected;
import io.hashlake.core.Sink.Commit;
import io.hashlake.core.TweetBatch;
import io.hashlake.lake.store.InterruptedStore;
import io.hashlake.lake.store.MemoryObjectStore;
import io.hashlake.lake.store.ObjectStore;
import io.hashlake.tweet.FakeClock;
import io.hashlake.tweet.Tweet;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LakeSinkTest {

    private static final LakeConfig SETTINGS = TestConfig.of(
            LakeConfig.class,
            "rotation-rows=1000",
            "rotation-bytes=1048576",
            "rotation-age=10s",
            "window=100",
            "remembered-ids=10000");

    private final MemoryObjectStore store = new MemoryObjectStore();
    private final MemoryCursors cursors = new MemoryCursors();
    private final FakeClock clock = new FakeClock(TestTweets.START);
    private final List<Rejected> rejected = new ArrayList<>();
    private final LakeContents lake = new LakeContents(store);
    private final LakeSink sink = sink(store, SETTINGS);

    private LakeSink sink(ObjectStore over, LakeConfig settings) {
        return new LakeSink(over, settings, cursors, rejected::addAll, clock);
    }

    @Test
    void putsEachTweetInThePartitionOfEachFollowedHashtag() throws IOException {
        sink.write(batch("search", "0", "9", List.of(tweet(1, "covid19"), tweet(2, "covid19", "saúde"), tweet(3))));

        Commit commit = sink.commit();

        assertThat(lake.rows()).containsExactly("__HIVE_DEFAULT_PARTITION__ 3", "covid19 1", "covid19 2", "saúde 2");
        assertThat(commit.rows()).isEqualTo(4);
        assertThat(commit.files()).isEqualTo(3);
        assertThat(commit.bytes())
                .isEqualTo(lake.files().stream()
                        .mapToLong(ObjectStore.StoredObject::size)
                        .sum());
    }

    @Test
    void keepsTheUtcDayOfCreationInThePath() throws IOException {
        sink.write(batch(
                "search",
                "0",
                "9",
                List.of(
                        tweet(1, Instant.parse("2026-11-21T23:59:59.999Z"), "covid19"),
                        tweet(2, Instant.parse("2026-11-22T00:00:00Z"), "covid19"),
                        tweet(3, Instant.parse("1969-12-31T23:00:00Z"), "covid19"))));
        sink.commit();

        assertThat(lake.files())
                .extracting(file -> file.key().substring(0, file.key().lastIndexOf('/')))
                .containsExactly(
                        "tweets/hashtag=covid19/dt=1969-12-31",
                        "tweets/hashtag=covid19/dt=2026-11-21",
                        "tweets/hashtag=covid19/dt=2026-11-22");
    }

    @Test
    void namesItsFilesAfterOriginAndStart() throws IOException {
        sink.write(batch("search-covid19", 41, 42, "covid19"));
        sink.commit();

        assertThat(lake.files().get(0).key()).endsWith(clock.millis() + "-search-covid19-41.zstd.parquet");
    }

    @Test
    void dropsWhatAnotherProcessWroteOnceItTakesTheOriginOver() throws IOException {
        sink.write(batch("topic-0", 0, 5, "covid19"));
        sink.commit();
        LakeSink other = sink(store, SETTINGS);
        other.write(batch("topic-1", 10, 20, "covid19"));
        other.commit();
        sink.takeOver(Set.of("topic-1"));
        sink.write(batch("topic-1", 20, 20, "covid19"));
        sink.write(batch("topic-0", 15, 25, "covid19"));
        sink.commit();

        assertThat(lake.rows()).doesNotHaveDuplicates().hasSize(20);
    }

    @Test
    void takesBackWhatTheFormerOwnerPutAndDidNotConfirmThoughItGoesOnAtTheSamePlace() throws IOException {
        cursors.advance("topic-0", "0");
        sink.write(batch("topic-0", 0, 5, "covid19"));
        sink.commit();
        cursors.advance("topic-0", "5");
        LakeSink other = sink(store, SETTINGS);
        other.write(batch("topic-0", 5, 9, "covid19"));
        other.commit();
        sink.takeOver(Set.of("topic-0"));
        sink.write(batch("topic-0", 5, 7, "covid19"));
        sink.commit();

        assertThat(lake.rows()).isEqualTo(expected("covid19", 1, 7));
    }

    @Test
    void takesBackWhatWasPutWhenPositionsHadNoKind() throws IOException {
        cursors.advance("covid19", "0");
        sink.write(batch("covid19", 0, 5, "covid19"));
        sink.commit();
        cursors.advance("covid19", "search:0");
        LakeSink upgraded = sink(store, SETTINGS);
        upgraded.write(batch(
                "covid19",
                "search:0",
                "search:7",
                batch("topic-0", 0, 7, "covid19").tweets()));
        upgraded.commit();

        assertThat(lake.rows()).isEqualTo(expected("covid19", 1, 7));
        assertThat(lake.files()).hasSize(1);
        assertThat(store.list("_hashlake/intents/"))
                .filteredOn(WriteAheadLog::isStanding)
                .hasSize(1);
    }

    @Test
    void keepsWhatASourceOfAnotherKindPutUnderTheSameName() throws IOException {
        cursors.advance("covid19", "search:0");
        sink.write(batch(
                "covid19",
                "search:0",
                "search:5",
                batch("topic-0", 0, 5, "covid19").tweets()));
        sink.commit();
        cursors.advance("covid19", "stream:3");
        LakeSink later = sink(store, SETTINGS);
        later.write(batch(
                "covid19",
                "stream:3",
                "stream:9",
                batch("topic-0", 3, 9, "covid19").tweets()));
        later.commit();

        assertThat(lake.rows()).isEqualTo(expected("covid19", 1, 9));
    }

    @Test
    void touchesTheStoreOnlyToReadBeforeACommit() throws IOException {
        sink.write(batch("search", 0, 500, "covid19"));

        assertThat(store.objects).isEmpty();
    }

    @Test
    void letsABatchWithoutRowsBeCompleteBeforeLongAndStoresNothingForIt() throws IOException {
        sink.write(batch("search", 5, 5));
        clock.pass(Duration.ofHours(1));

        assertThat(sink.isCommitDue()).isTrue();
        assertThat(sink.commit()).isEqualTo(Commit.NOTHING);
        assertThat(sink.isCommitDue()).isFalse();
        assertThat(store.objects).isEmpty();
    }

    @Test
    void dropsATweetThatItsPartitionHolds() throws IOException {
        sink.write(batch("search", 0, 10, "covid19"));
        sink.write(batch("stream", "a", "b", List.of(tweet(3, "covid19"), tweet(4, "covid19", "flu"))));
        sink.commit();
        sink.write(batch("stream", "b", "c", List.of(tweet(3, "covid19"), tweet(11, "covid19"))));

        Commit second = sink.commit();

        assertThat(lake.rows()).hasSize(12).doesNotHaveDuplicates().contains("flu 4", "covid19 11");
        assertThat(second).extracting(Commit::rows, Commit::duplicates).containsExactly(1L, 1L);
    }

    @Test
    void countsAPostOfSeveralPartitionsOnce() throws IOException {
        sink.write(batch("search", 0, 10, "covid19", "flu"));
        Commit first = sink.commit();
        sink.write(batch("stream", 5, 15, "covid19", "flu"));
        Commit second = sink.commit();

        assertThat(first).extracting(Commit::posts, Commit::rows).containsExactly(10L, 20L);
        assertThat(second).extracting(Commit::posts, Commit::rows).containsExactly(5L, 10L);
    }

    @Test
    void countsDuplicatesWhereThereIsNothingElseToCommit() throws IOException {
        sink.write(batch("search", 0, 10, "covid19"));
        sink.write(batch("stream", 0, 10, "covid19"));
        sink.commit();
        sink.write(batch("other", 0, 10, "covid19"));

        assertThat(sink.commit()).isEqualTo(new Commit(0, 0, 0, 10, 0, 0));
    }

    @Test
    void remembersARestartedPartitionFromItsFiles() throws IOException {
        sink.write(batch("search", 0, 10, "covid19"));
        sink.commit();
        cursors.advance("search", "10");

        LakeSink restarted = sink(store, SETTINGS);
        restarted.write(batch("stream", 0, 12, "covid19"));

        assertThat(restarted.commit())
                .extracting(Commit::rows, Commit::duplicates)
                .containsExactly(2L, 10L);
    }

    @Test
    void readsNoMoreFilesOfARestartedPartitionThanFillItsWindow() throws IOException {
        for (int i = 0; i < 10; i++) {
            sink.write(batch("search", i * 40, i * 40 + 40, "covid19"));
            sink.commit();
        }
        List<String> operations = new ArrayList<>();
        LakeSink restarted = sink(new InterruptedStore(store, operations::add), SETTINGS);
        restarted.write(batch("stream", 400, 401, "covid19"));

        assertThat(operations)
                .filteredOn(operation -> operation.startsWith("read tweets/"))
                .hasSize(3);
    }

    @Test
    void remembersUncommittedRowsOfAPartitionThatWasForgotten() throws IOException {
        LakeSink forgetful = sink(
                store,
                TestConfig.of(
                        LakeConfig.class,
                        "rotation-rows=1000",
                        "rotation-bytes=1048576",
                        "rotation-age=10s",
                        "window=100",
                        "remembered-ids=1"));
        forgetful.write(batch("search", 0, 10, "covid19"));
        forgetful.write(batch("search", 10, 20, "flu"));
        forgetful.write(batch("stream", 0, 20, "covid19"));
        forgetful.commit();

        assertThat(lake.rows()).filteredOn(row -> row.startsWith("covid19")).isEqualTo(expected("covid19", 1, 20));
    }

    @Test
    void sendsWhatCannotBeStoredToTheDeadLetterAndKeepsTheRest() throws IOException {
        Tweet ancient = tweet(1, Instant.parse("-0044-03-15T12:00:00Z"), "covid19");
        Tweet endless = tweet(2, "語".repeat(150));
        sink.write(batch("search", "0", "3", List.of(ancient, endless, tweet(3, "covid19"))));
        sink.commit();

        assertThat(lake.rows()).containsExactly("covid19 3");
        assertThat(rejected).extracting(Rejected::stage).containsOnly(new Rejected.Stage("lake"));
        assertThat(rejected.get(0).reason()).contains("created_at", "-0044-03-15");
        assertThat(rejected.get(0).tweet().id()).isEqualTo(1);
        assertThat(rejected.get(1).reason()).contains("directory name of 458 bytes");
    }

    @Test
    void takesNothingOfABatchWhoseDeadLettersAreNotKept() throws IOException {
        AtomicBoolean full = new AtomicBoolean(true);
        LakeSink strict = new LakeSink(store, SETTINGS, cursors, letters -> failWhile(full), clock);
        TweetBatch mixed = batch("search", "0", "3", List.of(tweet(1, "語".repeat(150)), tweet(3, "covid19")));

        assertThatThrownBy(() -> strict.write(mixed)).isInstanceOf(IOException.class);
        assertThat(strict.commit()).isEqualTo(Commit.NOTHING);

        full.set(false);
        strict.write(mixed);
        assertThat(strict.commit().rows()).isEqualTo(1);
    }

    private static void failWhile(AtomicBoolean down) throws IOException {
        if (down.get()) {
            throw new IOException("No space left on device");
        }
    }

    @Test
    void isDueByRows() throws IOException {
        sink.write(batch("search", 0, 499, "covid19", "flu"));
        assertThat(sink.isCommitDue()).isFalse();

        sink.write(batch("search", 499, 500, "covid19", "flu"));
        assertThat(sink.isCommitDue()).isTrue();

        sink.commit();
        assertThat(sink.isCommitDue()).isFalse();
    }

    @Test
    void isDueByBytesHoweverManyPartitionsAreOpen() throws IOException {
        LakeConfig settings = TestConfig.of(
                LakeConfig.class,
                "rotation-rows=1000000",
                "rotation-bytes=1048576",
                "rotation-age=1h",
                "window=100",
                "remembered-ids=10000");
        LakeSink wide = sink(store, settings);
        int written = 0;
        while (!wide.isCommitDue()) {
            String hashtag = "tag" + written % 700;
            wide.write(batch("search", written, written + 1, hashtag));
            written++;
        }

        assertThat(written).isBetween(1_000, 16_384);
        assertThat(wide.commit().files()).isEqualTo(Math.min(written, 700));
    }

    @Test
    void isDueSoonAfterItsFirstRow() throws IOException {
        sink.write(batch("search", 0, 1, "covid19"));
        assertThat(sink.isCommitDue()).isFalse();

        clock.pass(Duration.ofSeconds(1));
        assertThat(sink.isCommitDue()).isTrue();
    }

    @Test
    void isDueByTheAgeOfTheOldestRow() throws IOException {
        sink.write(batch("first", 0, 1, "covid19"));
        sink.commit();
        sink.write(batch("search", 0, 1, "covid19"));
        clock.pass(Duration.ofSeconds(9));
        sink.write(batch("stream", 0, 1, "covid19"));
        assertThat(sink.isCommitDue()).isFalse();

        clock.pass(Duration.ofSeconds(1));
        assertThat(sink.isCommitDue()).isTrue();
    }

    @Test
    void takesNothingAndLosesNothingWhileTheStoreIsOut() throws IOException {
        AtomicBoolean down = new AtomicBoolean();
        LakeSink flaky = sink(new InterruptedStore(store, operation -> failWhile(down)), SETTINGS);
        flaky.open();
        flaky.write(batch("search", 0, 10, "covid19", "flu"));
        down.set(true);

        IntStream.range(0, 5).forEach(attempt -> {
            assertThatThrownBy(flaky::commit).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> flaky.write(batch("other", 0, 5, "zika"))).isInstanceOf(IOException.class);
        });
        assertThat(flaky.isCommitDue()).isTrue();
        down.set(false);
        flaky.write(batch("other", 0, 5, "zika"));
        Commit commit = flaky.commit();

        assertThat(commit).extracting(Commit::rows, Commit::files).containsExactly(25L, 3L);
        assertThat(lake.rows()).hasSize(25).doesNotHaveDuplicates();
    }

    @Test
    void doesNotPutAgainWhatWasPutBeforeTheOutage() throws IOException {
        List<String> operations = new ArrayList<>();
        AtomicBoolean down = new AtomicBoolean(true);
        LakeSink flaky = sink(
                new InterruptedStore(store, operation -> {
                    operations.add(operation);
                    failWhile(new AtomicBoolean(operation.startsWith("put tweets/hashtag=flu") && down.get()));
                }),
                SETTINGS);
        flaky.write(batch("search", 0, 10, "covid19"));
        flaky.write(batch("search", 10, 20, "flu"));
        assertThatThrownBy(flaky::commit).isInstanceOf(IOException.class);
        operations.clear();
        down.set(false);

        assertThat(flaky.commit().rows()).isEqualTo(20);
        assertThat(operations).singleElement().asString().startsWith("put tweets/hashtag=flu");
    }

    @Test
    void keepsFewIntentsWhereTheCursorMovesOverEmptyBatchesWithoutACommit() throws IOException {
        for (int round = 0; round < 60; round += 3) {
            sink.write(batch("search", round, round + 1, "covid19"));
            sink.commit();
            cursors.advance("search", Integer.toString(round + 1));
            for (int tick = round + 1; tick < round + 3; tick++) {
                sink.write(batch("search", Integer.toString(tick), Integer.toString(tick + 1), List.of()));
                cursors.advance("search", Integer.toString(tick + 1));
            }
        }

        assertThat(store.list("_hashlake/intents/").size()).isEqualTo(1);
    }

    @Test
    void forgetsWhatWasNotCommittedWhenClosed() throws IOException {
        sink.write(batch("search", 0, 10, "covid19"));
        sink.close();

        assertThat(store.objects).isEmpty();
    }
}
