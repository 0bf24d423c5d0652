package io.hashlake.pipeline.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hashlake.core.AgedStore;
import io.hashlake.observability.Meters;
import io.hashlake.tweet.FakeClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RetentionJobTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Map<AgedStore, Duration> ages = new LinkedHashMap<>();
    private final RetentionJob job = new RetentionJob(ages, new Meters(registry), new FakeClock(NOW));

    /** A store of one file per day. */
    private record Days(String store, boolean isUnavailable) implements AgedStore {

        @Override
        public String unit() {
            return "file";
        }

        @Override
        public long drop(Instant before) throws IOException {
            if (isUnavailable) {
                throw new IOException("the bucket does not answer");
            }
            return Duration.between(Instant.parse("2026-11-01T12:00:00Z"), before)
                    .toDays();
        }
    }

    @Test
    void dropsFromEachStoreWhatIsOlderThanItsAgeAndSaysIt() throws IOException {
        ages.put(new Days("lake", false), Duration.ofDays(7));
        ages.put(new Days("raw", false), Duration.ofDays(20));
        assertThat(job.run()).isEqualTo("14 files of store lake, 1 file of store raw dropped");
        assertThat(registry.get("hashlake.retention.dropped")
                        .tag("store", "lake")
                        .counter()
                        .count())
                .isEqualTo(14);
    }

    @Test
    void aStoreThatIsUnavailableDoesNotHoldUpTheOthers() {
        ages.put(new Days("warehouse", true), Duration.ofDays(7));
        ages.put(new Days("lake", false), Duration.ofDays(7));
        assertThatThrownBy(job::run).hasMessage("the bucket does not answer");
        assertThat(registry.get("hashlake.retention.dropped")
                        .tag("store", "lake")
                        .counter()
                        .count())
                .isEqualTo(14);
    }

    @Test
    void withoutAConfigurationNothingIsDropped() throws IOException {
        assertThat(job.run()).isEqualTo("nothing: no retention is configured");
    }
}
