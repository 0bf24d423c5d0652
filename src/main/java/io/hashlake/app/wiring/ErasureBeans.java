package io.hashlake.app.wiring;

import io.hashlake.app.runtime.Bus;
import io.hashlake.app.runtime.EmbeddedServices;
import io.hashlake.app.runtime.WarehouseLogin;
import io.hashlake.app.settings.Settings;
import io.hashlake.bluesky.FrameEraser;
import io.hashlake.camel.XServices;
import io.hashlake.core.erasure.Clearable;
import io.hashlake.core.erasure.ComplianceLedger;
import io.hashlake.core.erasure.ComplianceReport;
import io.hashlake.core.erasure.Erasure;
import io.hashlake.core.erasure.PayloadEraser;
import io.hashlake.core.erasure.TombstoneSource;
import io.hashlake.lake.compaction.CompactionConfig;
import io.hashlake.lake.compaction.Compactor;
import io.hashlake.lake.compaction.Effort;
import io.hashlake.lake.compaction.Swaps;
import io.hashlake.lake.compaction.TableFormat;
import io.hashlake.lake.erasure.LakeErasure;
import io.hashlake.lake.store.Quarantine;
import io.hashlake.lake.store.StoreThreads;
import io.hashlake.mastodon.StatusEraser;
import io.hashlake.observability.Meters;
import io.hashlake.pipeline.DeadLetterFiles;
import io.hashlake.pipeline.PipelineConfig;
import io.hashlake.pipeline.erasure.DeadLetterErasure;
import io.hashlake.pipeline.erasure.Eraser;
import io.hashlake.pipeline.erasure.ErasureJob;
import io.hashlake.pipeline.erasure.ErasureJob.Check;
import io.hashlake.pipeline.erasure.Everything;
import io.hashlake.pipeline.sink.TombstoneFilter;
import io.hashlake.pipeline.spool.SpoolFiles;
import io.hashlake.warehouse.erasure.ErasureLedger;
import io.hashlake.warehouse.erasure.JdbcCompliance;
import io.hashlake.warehouse.erasure.JdbcComplianceReport;
import io.hashlake.warehouse.erasure.JdbcTombstones;
import io.hashlake.warehouse.erasure.StoredIds;
import io.hashlake.warehouse.erasure.WarehouseErasure;
import io.hashlake.warehouse.sink.WarehouseConfig;
import io.hashlake.x.client.XConfig;
import io.hashlake.x.client.XTime;
import io.hashlake.x.compliance.ComplianceApi;
import io.hashlake.x.compliance.ComplianceCheck;
import io.hashlake.x.compliance.ComplianceClient;
import io.hashlake.x.compliance.ComplianceConfig;
import io.hashlake.x.json.erasure.JsonEraser;
import io.hashlake.x.stream.RuleErasure;
import io.hashlake.x.stream.StreamConfig;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Makes what erases posts, and what keeps erased ones from coming back. */
public final class ErasureBeans {

    private static final Logger LOG = Logger.getLogger(ErasureBeans.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    @Produces
    @Singleton
    PayloadEraser payloads() {
        return new JsonEraser().and(new FrameEraser()).and(new StatusEraser());
    }

    /** A process whose roles need no database reads them all the same where it is told of one. */
    @Produces
    @Singleton
    TombstoneSource tombstones(Settings settings, Database database) throws IOException {
        if (settings.deployment().needsDatabase()) {
            return new JdbcTombstones(database.source());
        }
        WarehouseConfig warehouse = settings.of(WarehouseConfig.class);
        if (warehouse.jdbcUrl().isPresent() && warehouse.username().isPresent()) {
            return new JdbcTombstones(WarehouseLogin.of(settings).orElseThrow().dataSource(TIMEOUT));
        }
        LOG.warn("No tombstones are known here, so that erased posts may come back until they are erased again: set"
                + " hashlake.warehouse.jdbc-url, username and password");
        return TombstoneSource.NONE;
    }

    @Produces
    @Singleton
    TombstoneFilter filter(TombstoneSource tombstones, PayloadEraser payloads) {
        return new TombstoneFilter(tombstones, payloads);
    }

    @Produces
    @Singleton
    ErasureLedger ledger(Database database, Clock clock) {
        return new ErasureLedger(database.source(), clock);
    }

    @Produces
    @Singleton
    ComplianceReport report(Database database) {
        return new JdbcComplianceReport(database.source());
    }

    @Produces
    @Singleton
    StoredIds stored(Database database) {
        return new StoredIds(database.source());
    }

    @Produces
    @Singleton
    Swaps swaps(Quarantine quarantine, TableFormat format, CompactionConfig config) {
        Effort effort = Effort.usual(new StoreThreads(quarantine.store().parallelism()), format);
        return new Swaps(Compactor.ROOT, quarantine, config.overlap(), effort);
    }

    @Produces
    @Singleton
    LakeErasure lake(Quarantine quarantine, PayloadEraser payloads, Swaps swaps, Clock clock) {
        return new LakeErasure(quarantine, payloads, swaps, clock);
    }

    void close(@Disposes LakeErasure lake) {
        lake.close();
    }

    @Produces
    @Singleton
    DeadLetterErasure deadLetters(DeadLetterFiles letters, PayloadEraser payloads) {
        return new DeadLetterErasure(letters, payloads);
    }

    /** Without a token, the simulator has the rules, and forgets them by itself. */
    @Produces
    @Singleton
    Everything everything(
            Settings settings, Bus bus, XServices.Streams streams, Eraser eraser, DeadLetterErasure letters) {
        List<Clearable> stores = new ArrayList<>();
        if (settings.of(XConfig.class).bearerToken().isPresent()) {
            stores.add(new RuleErasure(streams.api(), settings.of(StreamConfig.class)));
        }
        bus.clearable().ifPresent(stores::add);
        stores.add(letters);
        stores.add(SpoolFiles.below(settings.of(PipelineConfig.class).dataDirectory()));
        List<Erasure> others = new ArrayList<>(eraser.stores());
        Collections.reverse(others);
        stores.addAll(others);
        return new Everything(stores);
    }

    /** Without a token, the simulator answers where it runs in this process. */
    @Produces
    @Singleton
    @Named("compliance")
    ErasureJob compliance(
            ComplianceConfig config,
            XConfig x,
            ComplianceCheck check,
            ErasureLedger ledger,
            StoredIds stored,
            Eraser eraser) {
        List<Check> checks = new ArrayList<>();
        if (config.check() && (x.bearerToken().isPresent() || EmbeddedServices.hasSimulator())) {
            checks.add(new Check("Posts and accounts that X reports as gone", check::run));
        }
        config.withheldIn()
                .ifPresent(countries -> checks.add(new Check(
                        "Posts that X withholds", () -> ledger.set("withheld", stored.withheldIn(countries)))));
        return new ErasureJob(checks, eraser);
    }

    @Produces
    @Singleton
    ComplianceCheck check(
            ComplianceConfig config, XConfig x, XTime time, Database database, Meters meters, Clock clock) {
        ComplianceLedger ledger = new JdbcCompliance(database.source(), clock);
        ComplianceApi api = new ComplianceClient(XBeans.settings(x), time, XBeans.listener(meters));
        return new ComplianceCheck(api, ledger, config);
    }

    @Produces
    @Singleton
    Eraser eraser(Settings settings, ProcessServices services, LakeErasure lake, ErasureLedger ledger) {
        List<Erasure> stores = new ArrayList<>(List.of(new WarehouseErasure(services.database()), lake));
        settings.installedSinks().stream()
                .map(sink -> sink.erasure(services))
                .flatMap(Optional::stream)
                .forEach(stores::add);
        return new Eraser(ledger, stores, settings.of(ComplianceConfig.class).settleAge());
    }
}
