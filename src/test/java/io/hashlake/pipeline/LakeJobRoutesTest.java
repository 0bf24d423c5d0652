package io.hashlake.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.hashlake.observability.Meters;
import io.hashlake.pipeline.job.JobMeter;
import io.hashlake.pipeline.route.RouteFile;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Jobs that write to the lake run by timer and on demand, and one that fails is run again. */
class LakeJobRoutesTest {

    /** A job that fails the first time. */
    public static final class Job {
        private final AtomicInteger runs = new AtomicInteger();

        public String run() throws IOException {
            if (runs.incrementAndGet() == 1) {
                throw new IOException("the bucket does not answer");
            }
            return "all of it";
        }
    }

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final JobMeter meter = new JobMeter(new Meters(new SimpleMeterRegistry()), Clock.systemUTC());

    @AfterEach
    void stop() {
        camel.stop();
    }

    private Job start(String name, String delay) throws IOException {
        return start(name, name, name, delay);
    }

    private Job start(String name, String bean, String feature, String delay) throws IOException {
        Job job = new Job();
        camel.getRegistry().bind(bean, job);
        camel.getRegistry().bind("jobs", meter);
        Properties properties = new Properties();
        properties.setProperty("hashlake." + feature + ".every", "50");
        camel.getPropertiesComponent().setInitialProperties(properties);
        RouteFile file = RouteFiles.builtIn("jobs/" + name + ".yaml");
        RouteLoader.load(
                camel,
                List.of(
                        RouteFiles.builtIn("jobs/job.yaml"),
                        new RouteFile(
                                file.name(),
                                file.location(),
                                file.yaml().replaceAll("value: \\d+s", "value: " + delay))));
        camel.start();
        return job;
    }

    @Test
    void aRunThatFailsIsFollowedByTheNextOne() throws Exception {
        Job compaction = start("compaction", "10");

        Awaitility.await().until(() -> compaction.runs.get() > 3);
    }

    @Test
    void theIcebergTableIsBroughtUpToDateAsOftenAsItsPropertySays() throws Exception {
        Job register = start("iceberg-register", "icebergRegister", "iceberg", "10");

        Awaitility.await().until(() -> register.runs.get() > 3);
    }

    @Test
    void whoeverAsksForARunIsToldWhenItFails() throws Exception {
        start("marts", "1h");

        Exchange first = camel.createProducerTemplate().send("direct:marts", exchange -> {});
        assertThat(meter.lastRuns().get("marts")).endsWith(" failed: the bucket does not answer");
        Exchange second = camel.createProducerTemplate().send("direct:marts", exchange -> {});

        assertThat(first.getException()).isInstanceOf(IOException.class);
        assertThat(second.getException()).isNull();
        assertThat(meter.lastRuns().get("marts")).endsWith(" all of it");
    }
}
