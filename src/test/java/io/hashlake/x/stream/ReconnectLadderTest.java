package io.hashlake.x.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.hashlake.x.client.RequestOutcome;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReconnectLadderTest {

    private static final Duration SHORT = Duration.ofSeconds(1);

    private final ReconnectLadder ladder = new ReconnectLadder(StreamSettings.Reconnect.DEFAULT);

    @Test
    void connectsAgainAtOnceThenAQuarterOfASecondLaterEachTimeUpTo16Seconds() {
        assertThat(millis(4, () -> ladder.lost(SHORT))).containsExactly(0L, 250L, 500L, 750L);
        assertThat(millis(100, () -> ladder.refused(RequestOutcome.NETWORK))).endsWith(16_000L, 16_000L);
    }

    @Test
    void doublesFrom5To320SecondsForErrorsOfHttp() {
        assertThat(millis(8, () -> ladder.refused(RequestOutcome.SERVER_ERROR)))
                .containsExactly(5_000L, 10_000L, 20_000L, 40_000L, 80_000L, 160_000L, 320_000L, 320_000L);
    }

    @Test
    void doublesFrom60SecondsForLimits() {
        assertThat(millis(3, () -> ladder.refused(RequestOutcome.RATE_LIMITED)))
                .containsExactly(60_000L, 120_000L, 240_000L);
        assertThat(millis(50, () -> ladder.refused(RequestOutcome.TOO_MANY_CONNECTIONS)))
                .endsWith(960_000L);
    }

    @Test
    void aConnectionThatStoodForLongBeginsAnew() {
        millis(5, () -> ladder.lost(SHORT));
        assertThat(ladder.lost(Duration.ofMinutes(1))).isZero();
    }

    @Test
    void aConnectionThatStoodEndsTheRowOfRefusals() {
        millis(5, () -> ladder.refused(RequestOutcome.SERVER_ERROR));
        millis(5, () -> ladder.refused(RequestOutcome.RATE_LIMITED));
        ladder.lost(SHORT);
        assertThat(ladder.refused(RequestOutcome.SERVER_ERROR)).hasSeconds(5);
        assertThat(ladder.refused(RequestOutcome.RATE_LIMITED)).hasSeconds(60);
    }

    private static Stream<Long> millis(int times, Supplier<Duration> next) {
        return Stream.generate(next).limit(times).map(Duration::toMillis).toList().stream();
    }
}
