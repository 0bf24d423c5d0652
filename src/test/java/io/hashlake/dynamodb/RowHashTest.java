package io.hashlake.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class RowHashTest {

    private static final Instant CREATED = Instant.parse("2026-11-22T12:00:00.123Z");

    /** As {@code printf '1990000000000000000|7|2026-11-22T12:00:00Z' | sha256sum} says. */
    @Test
    void isTheSha256OfIdUserAndSecond() {
        assertThat(RowHash.of(1_990_000_000_000_000_000L, 7, CREATED))
                .isEqualTo("6677aec9f50dd2d07a83a5cf73c007ed25d2d1745fe36801014d4f0b4cd312cd");
    }

    @Test
    void isTheSameWhereThePayloadGivesNoMilliseconds() {
        assertThat(RowHash.of(1, 7, CREATED)).isEqualTo(RowHash.of(1, 7, Instant.parse("2026-11-22T12:00:00Z")));
    }

    @Test
    void aPeriodIsThatOfUtc() {
        assertThat(CountPeriod.DAY.of(CREATED)).isEqualTo("2026-11-22");
        assertThat(CountPeriod.MONTH.of(CREATED)).isEqualTo("2026-11");
    }
}
