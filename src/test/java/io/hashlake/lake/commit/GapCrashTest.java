package io.hashlake.lake.commit;

import static org.assertj.core.api.Assertions.assertThat;

import io.hashlake.TestConfig;
import io.hashlake.core.Cursors;
import io.hashlake.core.DeclaredGap;
import io.hashlake.core.Gap;
import io.hashlake.core.GapCount;
import io.hashlake.core.GapLedger;
import io.hashlake.core.GapState;
import io.hashlake.core.SettledPart;
import io.hashlake.core.TweetBatch;
import io.hashlake.lake.commit.SimulatedProcess.Killed;
import io.hashlake.lake.store.InterruptedStore;
import io.hashlake.lake.store.MemoryObjectStore;
import io.hashlake.source.FakeCursors;
import io.hashlake.source.FakeSource;
import io.hashlake.tweet.Snowflake;
import io.hashlake.tweet.TweetSamples;
import io.hashlake.x.client.FakeSearch;
import io.hashlake.x.client.XTime;
import io.hashlake.x.gap.FakeLedger;
import io.hashlake.x.gap.GapFiller;
import io.hashlake.x.gap.GapListener;
import io.hashlake.x.gap.GapServices;
import io.hashlake.x.gap.GapsConfig;
import io.hashlake.x.walk.MeteredSearch;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Fills gaps into a real lake, is killed before each of its operations on the store, the cursors and the ledger, goes on in
 * another process and is compared with what was posted. The lake's recent ids are switched off: the protocol alone has to
 * keep rows from being doubled.
 */
class GapCrashTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Instant FIRST = NOW.minus(Duration.ofHours(3));
    private static final Instant SECOND = NOW.minus(Duration.ofHours(1));
    private static final int POSTS = 120;
    private static final LakeConfig NO_WINDOW = TestConfig.of(
            LakeConfig.class,
            "rotation-rows=1000",
            "rotation-bytes=1048576",
            "rotation-age=1h",
            "window=1",
            "remembered-ids=1");
    private static final GapsConfig ONE_PAGE =
            TestConfig.of(GapsConfig.class, "delay=30s", "pages=1", "listed-after=0s", "verify=false");

    /** What outlives a process. */
    private final MemoryObjectStore store = new MemoryObjectStore();

    private final FakeCursors cursors = new FakeCursors();
    private final FakeLedger ledger = new FakeLedger();
    private final FakeSearch search = new FakeSearch();

    @BeforeEach
    void post() {
        for (int i = 0; i < POSTS; i++) {
            search.posts.add(TweetSamples.tweet(Snowflake.firstAt(FIRST.plusMillis(i)), "covid"));
            search.posts.add(TweetSamples.tweet(Snowflake.firstAt(SECOND.plusMillis(i)), "covid"));
            search.posts.add(TweetSamples.tweet(Snowflake.firstAt(SECOND.plusSeconds(600 + i)), "covid"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void neitherLosesNorDoublesAPostWhereverItIsKilled(int turnsACommit) throws Exception {
        int operations = run(-1, turnsACommit);
        assertHoldsTheTruth("not killed");
        assertThat(operations).isGreaterThan(30);
        for (int killedAt = 0; killedAt < operations; killedAt++) {
            forgetEverything();
            runAndKill(killedAt, turnsACommit);
            run(-1, turnsACommit);
            assertHoldsTheTruth("killed before operation " + killedAt);
        }
    }

    @Test
    void survivesAKillEveryFewOperations() throws Exception {
        for (int operations = 6; operations < 14; operations++) {
            forgetEverything();
            for (int life = 0; life < 12; life++) {
                runAndKill(operations, 1);
            }
            run(-1, 1);
            assertHoldsTheTruth("killed every " + operations + " operations");
        }
    }

    private void forgetEverything() {
        store.objects.clear();
        cursors.positions.clear();
        ledger.gaps.clear();
    }

    private void runAndKill(int killedAt, int turnsACommit) throws Exception {
        try {
            run(killedAt, turnsACommit);
        } catch (Killed killed) {
            // as intended
        }
    }

    private int run(int killedAt, int turnsACommit) throws Exception {
        if (ledger.gaps.isEmpty()) {
            ledger.declare(new Gap("covid", FIRST, FIRST.plusSeconds(60), "connection lost"));
            ledger.declare(new Gap("covid", SECOND, SECOND.plusSeconds(60), "connection lost"));
        }
        return new FillingProcess(killedAt).run(turnsACommit);
    }

    private void assertHoldsTheTruth(String when) throws IOException {
        Set<Long> missed = new HashSet<>();
        search.posts.stream().filter(post -> isMissed(post.createdAt())).forEach(post -> missed.add(post.id()));
        assertThat(new LakeContents(store).rows())
                .as(when)
                .containsExactlyInAnyOrderElementsOf(
                        missed.stream().map(id -> "covid " + id).toList());
        assertThat(ledger.gaps).as(when).hasSize(2).allSatisfy(gap -> {
            assertThat(gap.state()).isEqualTo(GapState.CLOSED);
            assertThat(gap.postsFound()).isEqualTo(POSTS);
        });
    }

    private static boolean isMissed(Instant at) {
        return at.isBefore(SECOND.plusSeconds(60));
    }

    /** One life of a process that fills gaps into a lake. */
    private final class FillingProcess implements Cursors, GapLedger {

        private final int killedAt;
        private int operations;
        private final List<CompletableFuture<Void>> uncommitted = new ArrayList<>();
        private final LakeSink lake;
        private final GapFiller filler;

        FillingProcess(int killedAt) {
            this.killedAt = killedAt;
            Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
            InterruptedStore objects = new InterruptedStore(store, operation -> operation());
            this.lake = new LakeSink(objects, NO_WINDOW, this, letters -> {}, clock);
            FakeSource source = new FakeSource("covid", "#covid", this::write);
            GapServices services =
                    new GapServices(MeteredSearch.free(search), request -> null, this, this, new XTime(clock));
            this.filler = new GapFiller(services, () -> List.of(source), ONE_PAGE, GapListener.NONE);
        }

        int run(int turnsACommit) throws Exception {
            lake.open();
            for (int turn = 1; !ledger.open(1).isEmpty(); turn++) {
                assertThat(turn).as("turns that two small gaps take").isLessThan(100);
                filler.poll();
                if (turn % turnsACommit == 0) {
                    commit();
                }
            }
            return operations;
        }

        private CompletableFuture<Void> write(TweetBatch batch) {
            try {
                lake.write(batch);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
            uncommitted.add(new CompletableFuture<>());
            return uncommitted.get(uncommitted.size() - 1);
        }

        private void commit() throws IOException {
            lake.commit();
            List<CompletableFuture<Void>> committed = List.copyOf(uncommitted);
            uncommitted.clear();
            committed.forEach(batch -> batch.complete(null));
        }

        /** A dead process does nothing more, though a future swallows its end. */
        private void operation() {
            if (operations++ >= killedAt && killedAt >= 0) {
                throw new Killed();
            }
        }

        @Override
        public Optional<String> position(String origin) throws IOException {
            operation();
            return cursors.position(origin);
        }

        @Override
        public void advance(String origin, String position) throws IOException {
            operation();
            cursors.advance(origin, position);
        }

        @Override
        public List<DeclaredGap> open(int most) throws IOException {
            operation();
            return ledger.open(most);
        }

        @Override
        public void settle(long id, List<SettledPart> parts) {
            operation();
            ledger.settle(id, parts);
        }

        @Override
        public void note(long id, String note) {
            throw new AssertionError("nothing keeps these gaps from being filled, but: " + note);
        }

        @Override
        public void declare(Gap gap) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<DeclaredGap> page(long before, int most) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<GapCount> counts() {
            throw new UnsupportedOperationException();
        }
    }
}
