package io.hashlake.warehouse.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.hashlake.ServerTest;
import io.hashlake.TestConfig;
import io.hashlake.core.DeclaredGap;
import io.hashlake.core.Gap;
import io.hashlake.core.GapState;
import io.hashlake.core.Sink;
import io.hashlake.core.TweetBatch;
import io.hashlake.lake.commit.LakeConfig;
import io.hashlake.lake.commit.LakeSink;
import io.hashlake.lake.store.LocalObjectStore;
import io.hashlake.simulator.Simulator;
import io.hashlake.simulator.TestSimulator;
import io.hashlake.simulator.settings.FaultKind;
import io.hashlake.simulator.truth.TruePost;
import io.hashlake.source.FakeSource;
import io.hashlake.source.Source;
import io.hashlake.tweet.FakeClock;
import io.hashlake.warehouse.TestWarehouse;
import io.hashlake.warehouse.sink.WarehouseSink;
import io.hashlake.x.client.ApiListener;
import io.hashlake.x.client.BearerToken;
import io.hashlake.x.client.XClient;
import io.hashlake.x.client.XConfig;
import io.hashlake.x.client.XSettings;
import io.hashlake.x.client.XTime;
import io.hashlake.x.gap.GapFiller;
import io.hashlake.x.gap.GapListener;
import io.hashlake.x.gap.GapServices;
import io.hashlake.x.gap.GapsConfig;
import io.hashlake.x.walk.MeteredSearch;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Gaps, filled from the simulator into a real lake and warehouse, against the simulator's truth. */
@ServerTest
class GapFillingTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Instant FROM = NOW.minus(Duration.ofMinutes(12));
    private static final Instant TO = NOW.minus(Duration.ofMinutes(4));
    private static final GapsConfig SETTINGS =
            TestConfig.of(GapsConfig.class, "delay=30s", "pages=3", "listed-after=60s", "verify=true");

    private final FakeClock clock = new FakeClock(NOW);
    private final DataSource database = TestWarehouse.migrated();
    private final JdbcGaps ledger = new JdbcGaps(database, clock);
    private final JdbcCursors cursors = new JdbcCursors(database, clock);
    private final List<Sink> sinks = new ArrayList<>();

    @TempDir
    private Path directory;

    private Simulator simulator;
    private GapFiller filler;

    @BeforeEach
    void start() throws IOException {
        simulator = Simulator.start(TestSimulator.settings(), clock, 0);
        restart();
    }

    @AfterEach
    void stop() {
        sinks.forEach(Sink::close);
        simulator.close();
    }

    @Test
    void aGapIsFilledWithEveryPostThatWasWrittenInItAndNoOther() throws Exception {
        ledger.declare(new Gap("covid", FROM, TO, "connection lost"));

        pollUntilSettled();

        assertHoldsTheTruth();
        assertThat(ledger.page(Long.MAX_VALUE, 1)).singleElement().satisfies(gap -> {
            int posts = truth().size();
            assertThat(gap.state()).isEqualTo(GapState.CLOSED);
            assertThat(gap.postsFound()).isEqualTo(posts);
            assertThat(gap.note())
                    .isEqualTo("without reposts, which search does not give; X counts " + posts
                            + " posts there, search listed " + posts);
        });
    }

    @Test
    void everyFaultOfXIsWaitedOutAndRestartsLoseNothing() throws Exception {
        ledger.declare(new Gap("covid", FROM, TO, "connection lost"));
        for (FaultKind fault : List.of(
                FaultKind.RATE_LIMITED,
                FaultKind.UNAVAILABLE,
                FaultKind.EMPTY_PAGE,
                FaultKind.BROKEN_JSON,
                FaultKind.HALF_BODY,
                FaultKind.DUPLICATE,
                FaultKind.OUT_OF_ORDER,
                FaultKind.LYING_GZIP)) {
            simulator.fail(fault, 1);
            filler.poll();
            clock.pass(Duration.ofMinutes(1));
            restart();
        }

        pollUntilSettled();

        assertHoldsTheTruth();
    }

    @Test
    void aGapOfADayWithoutPostsIsClosedToo() throws Exception {
        ledger.declare(new Gap("covid", NOW.minus(Duration.ofDays(2)), NOW.minus(Duration.ofDays(1)), "stopped"));

        pollUntilSettled();

        DeclaredGap gap = ledger.page(Long.MAX_VALUE, 1).get(0);
        assertThat(gap.state()).isEqualTo(GapState.CLOSED);
        assertThat(gap.postsFound()).isZero();
    }

    private void pollUntilSettled() throws Exception {
        for (int turn = 1; !ledger.open(1).isEmpty(); turn++) {
            assertThat(turn).as("turns that a small gap takes").isLessThan(100);
            filler.poll();
            clock.pass(Duration.ofSeconds(30));
        }
    }

    private void assertHoldsTheTruth() throws SQLException {
        assertThat(TestWarehouse.rows(database, "SELECT id FROM twitter.tweet"))
                .extracting(row -> row.get("id"))
                .containsExactlyInAnyOrderElementsOf(truth());
        assertThat(lakeIds()).containsExactlyInAnyOrderElementsOf(truth());
    }

    private List<Long> truth() {
        return simulator.truth("#covid19").stream()
                .filter(post ->
                        !post.createdAt().isBefore(FROM) && post.createdAt().isBefore(TO))
                .map(TruePost::id)
                .toList();
    }

    private List<Long> lakeIds() throws SQLException {
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                ResultSet rows = duckdb.createStatement()
                        .executeQuery("select id from read_parquet('" + directory
                                + "/tweets/hashtag=covid19/*/*.parquet')")) {
            List<Long> ids = new ArrayList<>();
            while (rows.next()) {
                ids.add(rows.getLong(1));
            }
            return ids;
        }
    }

    /** As after a kill: what is not in the lake, the database or the simulator is gone. */
    private void restart() throws IOException {
        sinks.forEach(Sink::close);
        sinks.clear();
        LakeConfig settings = TestConfig.of(
                LakeConfig.class,
                "rotation-rows=1000",
                "rotation-bytes=1048576",
                "rotation-age=1h",
                "window=1000",
                "remembered-ids=10000");
        sinks.add(new LakeSink(new LocalObjectStore(directory), settings, cursors, letters -> {}, clock));
        sinks.add(new WarehouseSink(database, letters -> {}, clock));
        for (Sink sink : sinks) {
            sink.open();
        }
        Source source = new FakeSource("covid", "#covid19", this::commit);
        XClient api = new XClient(settings(), clock, ApiListener.NONE);
        filler = new GapFiller(
                new GapServices(MeteredSearch.free(api), api, ledger, cursors, new XTime(clock)),
                () -> List.of(source),
                SETTINGS,
                GapListener.NONE);
    }

    private XSettings settings() {
        return XSettings.of(simulator.baseUri(), new BearerToken("any"), TestConfig.of(XConfig.class));
    }

    private CompletableFuture<Void> commit(TweetBatch batch) {
        try {
            for (Sink sink : sinks) {
                sink.write(batch);
                sink.commit();
            }
            return CompletableFuture.completedFuture(null);
        } catch (IOException e) {
            return CompletableFuture.failedFuture(e);
        }
    }
}
