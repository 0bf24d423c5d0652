package io.hashlake.app.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.hashlake.core.Rejected;
import io.hashlake.observability.Meters;
import io.hashlake.observability.PostOutcome;
import io.hashlake.pipeline.Deployment;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PostTotalsTest {

    private final Meters meters = new Meters(new SimpleMeterRegistry());

    @Test
    void sinksThatAgreeAreToldAtOnce() {
        meters.received("climate", 1_000);
        meters.received("covid19", 234);
        count("lake", 1_100, 120);
        count("warehouse", 1_100, 120);
        assertThat(direct())
                .isEqualTo("Since the start: 1,234 posts received: 1,100 new, 120 seen before,"
                        + " 14 waiting to be written");
    }

    @Test
    void sinksThatDifferAreToldApart() {
        meters.received("climate", 100);
        count("lake", 100, 0);
        count("warehouse", 60, 10);
        assertThat(direct())
                .isEqualTo("Since the start: 100 posts received; lake: 100 new, 0 seen before;"
                        + " warehouse: 60 new, 10 seen before, 30 waiting to be written");
    }

    @Test
    void whatIsNotStoredIsToldToo() {
        meters.received("climate", 10);
        for (String sink : Set.of("lake", "warehouse")) {
            count(sink, 6, 0);
            meters.posts(sink, PostOutcome.REJECTED, 1);
            meters.posts(sink, PostOutcome.RELEASED, 3);
        }
        meters.deadLettered(new Rejected.Stage("lake"));
        meters.deadLettered(new Rejected.Stage("warehouse"));
        meters.retried("lake");
        assertThat(direct())
                .isEqualTo("Since the start: 10 posts received: 6 new, 0 seen before, 1 rejected,"
                        + " 3 left to another process; 2 dead letters; 1 retries");
    }

    @Test
    void aSinkThatReadsFromKafkaTellsWhatIsLeftToRead() {
        meters.busLag("lake", () -> 40);
        count("lake", 7, 1);
        assertThat(line(Set.of("lake"), true))
                .isEqualTo("Since the start: lake: 7 new, 1 seen before, 40 not yet read from Kafka");
    }

    @Test
    void aProcessThatOnlyPublishesTellsWhatItReceived() {
        meters.received("climate", 8);
        assertThat(line(Set.of("ingest"), true)).isEqualTo("Since the start: 8 posts received");
    }

    @Test
    void payloadsAreNotPosts() {
        meters.received("climate", 8);
        assertThat(line(Set.of("ingest", "raw"), false)).isEqualTo("Since the start: 8 posts received");
    }

    @Test
    void aProcessThatMovesNoPostsSaysNothing() {
        assertThat(new PostTotals(new Deployment(Set.of("api", "jobs"), false, false), meters).line())
                .isEmpty();
    }

    private void count(String sink, long fresh, long seenBefore) {
        meters.posts(sink, PostOutcome.NEW, fresh);
        meters.posts(sink, PostOutcome.SEEN_BEFORE, seenBefore);
    }

    private String direct() {
        return line(Set.of("ingest", "lake", "warehouse"), false);
    }

    private String line(Set<String> roles, boolean isKafka) {
        return new PostTotals(new Deployment(roles, isKafka, false), meters)
                .line()
                .orElseThrow();
    }
}
