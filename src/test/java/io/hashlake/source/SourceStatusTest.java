package io.hashlake.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourceStatusTest {

    private static final Instant NOW = Instant.parse("2026-03-04T15:16:17Z");

    @Test
    void waitingForARateLimitIsTroubleAndStandingByIsNot() {
        assertThat(List.of(
                        new SourceStatus.Waiting(NOW, "rate limit"),
                        new SourceStatus.Retrying(NOW, "outage"),
                        new SourceStatus.Doubtful(NOW, "an empty page"),
                        new SourceStatus.Stopped("a refused token")))
                .allMatch(SourceStatus::isTrouble);
        assertThat(List.of(
                        new SourceStatus.Starting(),
                        new SourceStatus.Running(NOW),
                        new SourceStatus.StandingBy("another process")))
                .noneMatch(SourceStatus::isTrouble);
    }
}
