package io.hashlake.x.compliance;

import static io.hashlake.warehouse.TestWarehouse.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hashlake.ServerTest;
import io.hashlake.TestConfig;
import io.hashlake.core.erasure.ComplianceBatch.Kind;
import io.hashlake.core.erasure.ComplianceLedger;
import io.hashlake.core.erasure.ComplianceResult;
import io.hashlake.core.erasure.ErasedIds;
import io.hashlake.core.erasure.Tombstones;
import io.hashlake.lake.commit.TestTweets;
import io.hashlake.simulator.Simulator;
import io.hashlake.simulator.TestSimulator;
import io.hashlake.simulator.truth.TruePost;
import io.hashlake.tweet.Tweet;
import io.hashlake.warehouse.TestWarehouse;
import io.hashlake.warehouse.erasure.JdbcCompliance;
import io.hashlake.warehouse.erasure.JdbcTombstones;
import io.hashlake.warehouse.sink.WarehouseSink;
import io.hashlake.x.client.BearerToken;
import io.hashlake.x.client.XConfig;
import io.hashlake.x.client.XSettings;
import io.hashlake.x.client.XTime;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ServerTest
class ComplianceCheckTest {

    private static final int POSTS = 100;
    private static final long AUTHOR = 7;
    /** All posts are of one author. */
    private static final long ACCOUNT_BATCHES = 1;

    private static final Clock CLOCK = Clock.systemUTC();

    private final ComplianceConfig config = TestConfig.of(ComplianceConfig.class, "batch-size=40");
    private Simulator simulator;
    private DataSource database;
    private ComplianceLedger ledger;
    private ComplianceApi api;
    private List<Long> stored;

    @BeforeEach
    void open() throws Exception {
        simulator = Simulator.start(TestSimulator.settings("posts-per-second=50"), CLOCK, 0);
        database = TestWarehouse.migrated();
        ledger = new JdbcCompliance(database, CLOCK);
        XSettings settings = XSettings.of(simulator.baseUri(), new BearerToken("token"), TestConfig.of(XConfig.class));
        api = new ComplianceClient(settings, new XTime(CLOCK), (endpoint, outcome, took, limit) -> {});
        stored = simulator.truth("#covid19").stream()
                .map(TruePost::id)
                .limit(POSTS)
                .sorted()
                .toList();
        store(stored);
    }

    @AfterEach
    void close() {
        simulator.close();
    }

    private void store(List<Long> ids) throws IOException {
        try (WarehouseSink sink = new WarehouseSink(database, letters -> {}, CLOCK)) {
            List<Tweet> tweets = ids.stream()
                    .map(id -> TestTweets.tweet(id, TestTweets.NOON, "covid19"))
                    .toList();
            sink.write(TestTweets.batch("search", "0", "1", tweets));
            sink.commit();
        }
    }

    @Test
    void setsATombstoneForEachPostThatIsGoneAndForNoOther() throws Exception {
        simulator.remove(List.of(stored.get(3), stored.get(50)), "deleted");
        simulator.remove(List.of(stored.get(99)), "scrub_geo");

        assertThat(check(api)).isEqualTo(3);

        Tombstones tombstones = new JdbcTombstones(database).current();
        assertThat(tombstones.posts().stream()).containsExactly(stored.get(3), stored.get(50));
        assertThat(tombstones.places().stream()).containsExactly(stored.get(99));
        assertThat(rows(database, "SELECT count(*) AS batches FROM ops.compliance_batch"))
                .containsExactly(Map.of("batches", 3L + ACCOUNT_BATCHES));
    }

    @Test
    void setsTombstonesForTheStoredPostsOfAnAccountThatIsGoneAndLetsLaterOnesLand() throws Exception {
        simulator.removeAccounts(List.of(AUTHOR), "suspended");

        assertThat(check(api)).isEqualTo(1);

        Tombstones tombstones = new JdbcTombstones(database).current();
        assertThat(tombstones.posts().stream()).containsExactlyElementsOf(stored);
        assertThat(tombstones.users().isEmpty()).isTrue();
        assertThat(rows(database, "SELECT DISTINCT reason FROM ops.tombstone"))
                .containsExactly(Map.of("reason", "suspended"));
    }

    @Test
    void removesThePlacesOfAnAccountWhosePlacesAreGone() throws Exception {
        simulator.removeAccounts(List.of(AUTHOR), "scrub_geo");
        check(api);

        Tombstones tombstones = new JdbcTombstones(database).current();
        assertThat(tombstones.posts().isEmpty()).isTrue();
        assertThat(tombstones.places().size()).isEqualTo(POSTS);
    }

    @Test
    void asksAboutEveryPostAndAccountOncePerInterval() throws Exception {
        check(api);
        long created = simulator.requests().get("POST /2/compliance/jobs").get("200");
        assertThat(check(api)).isZero();
        assertThat(simulator.requests().get("POST /2/compliance/jobs")).containsEntry("200", created);
    }

    @Test
    void goesOnAfterAKillAtAnyStepWithoutLosingAPostOrCreatingAJobTwice() throws Exception {
        simulator.remove(stored.subList(10, 90), "suspended");
        int kills = 0;
        boolean isDone = false;
        while (!isDone) {
            isDone = isCheckedBeforeAKillAt(1 + kills % 5);
            kills++;
            assertThat(kills).isLessThan(100);
        }
        assertThat(kills).isGreaterThan(2);
        assertThat(new JdbcTombstones(database).current().posts().stream())
                .containsExactlyElementsOf(stored.subList(10, 90));
        assertThat(simulator.requests().get("POST /2/compliance/jobs")).containsEntry("200", 3L + ACCOUNT_BATCHES);
    }

    @Test
    void createsAnotherJobWhereXFailedOne() throws Exception {
        ComplianceApi failing = new FailedOnce(api);
        assertThatThrownBy(() -> check(failing))
                .isInstanceOf(IOException.class)
                .hasMessage("X failed a compliance job; the next run creates another");
        simulator.remove(List.of(stored.get(0)), "deleted");

        assertThat(check(failing)).isEqualTo(1);
    }

    @Test
    void saysWhyWhereXDoesNotAnswer() {
        XSettings elsewhere =
                XSettings.of(URI.create("http://127.0.0.1:1"), new BearerToken("token"), TestConfig.of(XConfig.class));
        ComplianceApi unreachable =
                new ComplianceClient(elsewhere, new XTime(CLOCK), (endpoint, outcome, took, limit) -> {});
        assertThatThrownBy(() -> check(unreachable))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("X does not answer about compliance: cannot connect");
    }

    private long check(ComplianceApi asked) throws IOException {
        return new ComplianceCheck(asked, ledger, config).run();
    }

    private Object invoke(Method method, Object... arguments) throws Throwable {
        try {
            return method.invoke(api, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private boolean isCheckedBeforeAKillAt(int step) {
        AtomicInteger steps = new AtomicInteger();
        ComplianceApi killed = (ComplianceApi) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {ComplianceApi.class}, (proxy, method, arguments) -> {
                    Object result = invoke(method, arguments);
                    if (steps.incrementAndGet() == step) {
                        throw new IOException("killed after " + method.getName());
                    }
                    return result;
                });
        try {
            check(killed);
            return steps.get() < step;
        } catch (IOException e) {
            return false;
        }
    }

    /** Reports the first job as failed. */
    private static final class FailedOnce implements ComplianceApi {
        private final ComplianceApi api;
        private final List<String> failed = new ArrayList<>();

        FailedOnce(ComplianceApi api) {
            this.api = api;
        }

        @Override
        public Optional<ComplianceJob> named(Kind kind, String name) throws IOException, InterruptedException {
            return api.named(kind, name).map(job -> {
                boolean isFailed = failed.isEmpty() || failed.contains(job.id());
                if (failed.isEmpty()) {
                    failed.add(job.id());
                }
                return isFailed
                        ? new ComplianceJob(job.id(), job.name(), "failed", job.uploadUrl(), job.downloadUrl())
                        : job;
            });
        }

        @Override
        public ComplianceJob create(Kind kind, String name) throws IOException, InterruptedException {
            return api.create(kind, name);
        }

        @Override
        public void upload(ComplianceJob job, ErasedIds posts) throws IOException, InterruptedException {
            api.upload(job, posts);
        }

        @Override
        public List<ComplianceResult> results(ComplianceJob job) throws IOException, InterruptedException {
            return api.results(job);
        }
    }
}
