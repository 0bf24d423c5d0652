package io.hashlake.warehouse.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.hashlake.ServerTest;
import io.hashlake.core.erasure.AuditedErasure;
import io.hashlake.core.erasure.ComplianceBatch;
import io.hashlake.core.erasure.ComplianceReport;
import io.hashlake.core.erasure.ComplianceStatus;
import io.hashlake.lake.commit.TestTweets;
import io.hashlake.tweet.FakeClock;
import io.hashlake.warehouse.TestWarehouse;
import io.hashlake.warehouse.erasure.Tombstone.Kind;
import io.hashlake.warehouse.sink.WarehouseSink;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ServerTest
class JdbcComplianceReportTest {

    private static final Instant START = TestTweets.START;

    private final FakeClock clock = new FakeClock(START);
    private DataSource database;
    private ErasureLedger ledger;
    private ComplianceReport report;

    @BeforeEach
    void open() throws Exception {
        database = TestWarehouse.migrated();
        ledger = new ErasureLedger(database, clock);
        report = new JdbcComplianceReport(database);
    }

    @Test
    void hasNothingToReportAtFirst() throws Exception {
        assertThat(report.status()).isEqualTo(new ComplianceStatus(0, null, null));
        assertThat(report.erasures(Instant.EPOCH, START.plusSeconds(1), 10)).isEmpty();
    }

    @Test
    void tellsSinceWhenARemovalIsNotAppliedToEveryStore() throws Exception {
        ledger.set("forget post", Tombstone.forgottenPosts(List.of("1", "2")));
        clock.pass(Duration.ofHours(1));
        ledger.set("forget post", Tombstone.forgottenPosts(List.of("3")));
        assertThat(report.status()).isEqualTo(new ComplianceStatus(3, null, START));

        ledger.mark(ledger.due(Duration.ZERO), 7);
        assertThat(report.status()).isEqualTo(new ComplianceStatus(3, null, null));
    }

    @Test
    void countsPostsAndNeitherAccountsNorPlaces() throws Exception {
        ledger.set("compliance", List.of(new Tombstone(Kind.PLACE, 1, "scrub_geo"), new Tombstone(Kind.USER, 2, "x")));
        assertThat(report.status().posts()).isZero();
    }

    @Test
    void tellsSinceWhenAJobIsOpen() throws Exception {
        JdbcCompliance compliance = new JdbcCompliance(database, clock);
        try (WarehouseSink sink = new WarehouseSink(database, letters -> {}, clock)) {
            sink.write(TestTweets.batch("search", "0", "1", List.of(TestTweets.tweet(1, TestTweets.NOON, "covid19"))));
            sink.commit();
        }
        var batch = compliance
                .next(ComplianceBatch.Kind.POST, Duration.ofHours(12), 10)
                .orElseThrow();
        clock.pass(Duration.ofHours(1));
        assertThat(report.status().openJobSince()).isEqualTo(START);

        compliance.apply(batch, List.of());
        assertThat(report.status().openJobSince()).isNull();
    }

    @Test
    void theAuditHasTheNewestFirst() throws Exception {
        ledger.set("forget post", Tombstone.forgottenPosts(List.of("1")));
        ledger.mark(ledger.due(Duration.ZERO), 7);
        clock.pass(Duration.ofHours(1));
        ledger.set("compliance", List.of(new Tombstone(Kind.POST, 2, "deleted")));

        assertThat(report.erasures(START, clock.instant().plusSeconds(1), 10))
                .extracting(AuditedErasure::reason, AuditedErasure::posts, AuditedErasure::removed)
                .containsExactly(tuple("compliance", 1L, 0L), tuple("forget post", 1L, 7L));
        assertThat(report.erasures(START, clock.instant(), 10)).hasSize(1);
    }
}
