package io.hashlake.x.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WatermarkTest {

    private static final Instant T = Instant.parse("2026-11-22T12:00:00Z");

    private final Watermark watermark = new Watermark(T);

    @Test
    void whatWasWaitedForCameAtOnce() {
        watermark.waited(Duration.ofSeconds(5), T.plusSeconds(10));
        assertThat(watermark.time()).isEqualTo(T.plusSeconds(10));
    }

    @Test
    void whatWasThereWithoutWaitingMayHaveBeenThereForLong() {
        watermark.waited(Duration.ofMillis(1), T.plusSeconds(10));
        assertThat(watermark.time()).isEqualTo(T);
    }

    @Test
    void aPostSaysThatNothingOlderIsOnItsWay() {
        watermark.saw(T.plusSeconds(7), T.plusSeconds(60));
        assertThat(watermark.time()).isEqualTo(T.plusSeconds(7));
    }

    @Test
    void aPostFromTheFutureSaysNoMoreThanNow() {
        watermark.saw(T.plusSeconds(100), T.plusSeconds(60));
        assertThat(watermark.time()).isEqualTo(T.plusSeconds(60));
    }

    @Test
    void neverGoesBack() {
        watermark.saw(T.plusSeconds(7), T.plusSeconds(60));
        watermark.saw(T.plusSeconds(5), T.plusSeconds(61));
        assertThat(watermark.time()).isEqualTo(T.plusSeconds(7));
    }
}
