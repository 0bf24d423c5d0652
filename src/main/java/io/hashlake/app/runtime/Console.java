package io.hashlake.app.runtime;

import io.hashlake.app.settings.HttpPort;
import io.hashlake.app.settings.Settings;
import io.hashlake.bus.KafkaConfig;
import io.hashlake.core.SourceLeases;
import io.hashlake.lake.commit.LakeConfig;
import io.hashlake.lake.store.S3Config;
import io.hashlake.observability.Meters;
import io.hashlake.pipeline.Deployment;
import io.hashlake.pipeline.Role;
import io.hashlake.pipeline.sink.LeaseKeeper;
import io.hashlake.source.Source;
import io.hashlake.source.Sources;
import io.hashlake.thread.DaemonThreads;
import io.hashlake.warehouse.sink.WarehouseConfig;
import io.hashlake.x.client.XConfig;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/** Tells the person at the terminal what is going on: a summary at the start, then a line a minute. */
@ApplicationScoped
public class Console {

    private static final Logger LOG = Logger.getLogger("hashlake");

    private final Settings settings;
    private final Sources sources;
    private final SourceLeases leases;
    private final Meters meters;
    private final String address;
    private final ScheduledExecutorService minutes = DaemonThreads.scheduler("console");

    @Inject
    Console(Settings settings, Sources sources, LeaseKeeper leases, Meters meters, Config quarkus) {
        this.settings = settings;
        this.sources = sources;
        this.leases = leases;
        this.meters = meters;
        this.address = HttpPort.address(quarkus);
    }

    public void start() {
        LOG.infof("Hashlake is up.%n%s", summary());
        PostTotals totals = new PostTotals(settings.deployment(), meters);
        minutes.scheduleAtFixedRate(() -> totals.line().ifPresent(LOG::info), 1, 1, TimeUnit.MINUTES);
    }

    @PreDestroy
    public void stop() {
        minutes.shutdownNow();
    }

    private String summary() {
        String followed = sources.all().stream().map(this::described).sorted().collect(Collectors.joining(", "));
        Deployment deployment = settings.deployment();
        List<String> lines = new ArrayList<>();
        lines.add("roles      " + deployment.roles().stream().sorted().collect(Collectors.joining(", ")));
        if (deployment.does(Role.INGEST)) {
            lines.add("sources    " + (followed.isEmpty() ? "none" : followed));
            XConfig x = settings.of(XConfig.class);
            lines.add(
                    "X          " + (EmbeddedServices.isSimulated(x) ? "simulator: no token configured" : x.baseUrl()));
        }
        if (deployment.needsKafka()) {
            KafkaConfig kafka = settings.of(KafkaConfig.class);
            lines.add("bus        Kafka's topic " + kafka.topic() + " at "
                    + kafka.brokers().orElseThrow());
        }
        if (deployment.hasLake()) {
            lines.add("lake       " + lake());
        }
        if (deployment.needsDatabase()) {
            String jdbcUrl = settings.of(WarehouseConfig.class).jdbcUrl().orElse("");
            lines.add("warehouse  " + withoutSecrets(jdbcUrl));
        }
        if (deployment.does(Role.API)) {
            lines.add("dashboard  " + address + "/");
        }
        lines.add("health     " + address + "/q/health");
        lines.add("metrics    " + address + "/q/metrics");
        return "  " + String.join(System.lineSeparator() + "  ", lines);
    }

    private String described(Source source) {
        return source.name() + (leases.isStandby(source.name()) ? " (stands by: another process follows it)" : "");
    }

    private String lake() {
        S3Config s3 = settings.of(S3Config.class);
        return s3.bucket()
                .map(bucket -> "s3://" + bucket + "/" + s3.prefix().orElse(""))
                .orElseGet(() -> settings.of(LakeConfig.class)
                        .directory()
                        .toAbsolutePath()
                        .normalize()
                        .toString());
    }

    /** A JDBC URL without the parameters that may hold a password. */
    static String withoutSecrets(String jdbcUrl) {
        return jdbcUrl.replaceAll("\\?.*", "").replaceAll("//[^/@]*@", "//");
    }
}
