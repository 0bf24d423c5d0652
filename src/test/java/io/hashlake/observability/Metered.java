package io.hashlake.observability;

import io.hashlake.core.GapState;
import io.hashlake.core.Rejected;
import io.hashlake.core.Sink;
import io.hashlake.core.erasure.ComplianceStatus;
import io.hashlake.core.spend.BudgetLimit;
import io.hashlake.core.spend.BudgetPeriod;
import io.hashlake.core.spend.Dollars;
import io.hashlake.core.spend.Resource;
import io.hashlake.core.spend.SpendItem;
import io.micrometer.prometheus.PrometheusConfig;
import io.micrometer.prometheus.PrometheusMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** What Prometheus reads after everything has been measured once. */
final class Metered {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private Metered() {}

    /** Each sample's labels by its name. */
    static Map<String, Set<String>> samples() {
        return Scrape.labels(scrape());
    }

    /** The text that Prometheus reads. */
    static String scrape() {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        Meters meters = new Meters(registry);
        sources(meters);
        pipeline(meters);
        jobs(meters);
        return registry.scrape();
    }

    private static void sources(Meters meters) {
        meters.received("climate", 1);
        meters.requested("search_recent", "ok", SECOND);
        meters.rateLimitRemaining("search_recent", 1);
        meters.fileBytes(1);
        meters.fileRead("done");
        meters.cursorAge("climate", () -> 1);
        meters.sourceStopped("climate", () -> true);
        meters.routesReloaded("applied");
        meters.routesRefused(() -> 1);
        meters.leases("held", () -> 1);
        meters.takenOver(1);
        meters.leasesLost(1);
        meters.gapsOpen("climate", 1);
        meters.gapSettled(GapState.CLOSED);
        meters.gapPosts(1);
        meters.streamConnected("filtered");
        meters.streamDisconnected("filtered", "ended");
        meters.streamFailed("filtered");
        meters.streamDropped("filtered", 1);
        meters.deleted("bluesky");
        meters.spent(new SpendItem("climate", Resource.POST, new Dollars(5_000)), 1);
        meters.budget(new BudgetLimit(BudgetPeriod.DAY, BudgetLimit.Unit.POSTS, 10), () -> 1);
        meters.budget(new BudgetLimit(BudgetPeriod.DAY, BudgetLimit.Unit.DOLLARS, 10), () -> 1);
        meters.period(BudgetPeriod.DAY, () -> null);
        meters.spendDifference(() -> 1);
    }

    private static void pipeline(Meters meters) {
        meters.committed("lake", new Sink.Commit(1, 1, 1, 1, 1, 1), SECOND);
        meters.committed("raw", new Sink.Commit(1, 1, 1, 1, 1, 1), SECOND);
        meters.posts("lake", PostOutcome.NEW, 1);
        meters.completed("lake", SECOND);
        meters.retried("lake");
        meters.deadLettered(Rejected.Stage.PARSE);
        meters.valuesUnreadable(Rejected.Stage.PARSE, () -> 1);
        meters.spoolBytes("index", () -> 1);
        meters.busLag("lake", () -> 1);
        meters.busGap("lake");
        meters.textFailed();
        meters.sqlRefused("BUSY");
        meters.httpTimedOut("head");
    }

    private static void jobs(Meters meters) {
        meters.jobRan("star-schema", "done", SECOND);
        meters.jobHours("star-schema", 1);
        meters.jobHoursWaiting("star-schema", 1);
        meters.dropped("lake", 1);
        meters.compactedFiles("before", 1, 1);
        meters.compactedRows(1, 1);
        meters.compactedPartitions(1, 1);
        meters.icebergRegistered(1, 1, 1);
        meters.icebergAge(() -> 1);
        meters.martsExported(1, 1, 1);
        meters.datasetFile("people", "loaded", SECOND);
        meters.datasetRows("people", 1, 1);
        meters.lakeDamaged();
        meters.compliance(() -> new ComplianceStatus(1, null, Instant.EPOCH), Clock.systemUTC());
    }
}
