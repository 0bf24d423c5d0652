package io.hashlake.warehouse.star;

import static org.assertj.core.api.Assertions.assertThat;

import io.hashlake.observability.Meters;
import io.hashlake.pipeline.Deployment;
import io.hashlake.pipeline.Role;
import io.hashlake.pipeline.RouteFiles;
import io.hashlake.pipeline.RouteLoader;
import io.hashlake.pipeline.job.JobConnections;
import io.hashlake.pipeline.job.JobMeter;
import io.hashlake.pipeline.job.SqlScripts;
import io.hashlake.pipeline.route.RouteFile;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import javax.sql.DataSource;
import org.apache.camel.Exchange;
import org.apache.camel.component.jdbc.JdbcComponent;
import org.apache.camel.impl.DefaultCamelContext;

/** The job's own routes without their timer. */
public final class StarJob implements AutoCloseable {

    final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    final JobMeter meter = new JobMeter(new Meters(registry), Clock.systemUTC());
    private final DefaultCamelContext camel = new DefaultCamelContext();

    StarJob(DataSource database, String zone) throws Exception {
        this(database, zone, 12);
    }

    /** @param retries of a step that fails, in place of the route's own number */
    StarJob(DataSource database, String zone, int retries) throws Exception {
        camel.getRegistry().bind("database", database);
        camel.getComponent("jdbc", JdbcComponent.class).setConnectionStrategy(new JobConnections());
        camel.getRegistry().bind("starSchema", new SqlScripts("star"));
        camel.getRegistry().bind("jobs", meter);
        Properties properties = new Properties();
        properties.put("hashlake.zone", zone);
        properties.put("hashlake.star-schema.every", "1h");
        camel.getPropertiesComponent().setInitialProperties(properties);
        Deployment jobs = new Deployment(Set.of(Role.JOBS.id()), false, false);
        RouteLoader.load(
                camel,
                RouteFiles.in(Path.of("no-routes"), jobs).stream()
                        .filter(file -> List.of("jobs/job.yaml", "jobs/star-schema.yaml")
                                .contains(file.name()))
                        .map(file -> new RouteFile(
                                file.name(),
                                file.location(),
                                file.yaml().replace("maximumRedeliveries: 12", "maximumRedeliveries: " + retries)))
                        .toList());
        RouteLoader.dropSources(camel);
        camel.start();
    }

    public static void runOnce(DataSource database, String zone) throws Exception {
        try (StarJob job = new StarJob(database, zone)) {
            job.run();
        }
    }

    void run() {
        assertThat(attempt()).isNull();
    }

    /** What it failed with, or null. */
    Exception attempt() {
        Exchange exchange = camel.createProducerTemplate().send("direct:star-schema", run -> {});
        return exchange.getException();
    }

    @Override
    public void close() {
        camel.stop();
    }
}
