package io.hashlake.x.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.hashlake.tweet.FakeClock;
import io.hashlake.tweet.Snowflake;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class XTimeTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private final FakeClock machine = new FakeClock(NOW);
    private final XTime time = new XTime(machine);

    @ParameterizedTest
    @ValueSource(strings = {"PT6S", "PT1H", "P400D"})
    void aClockThatIsAheadIsCorrected(Duration ahead) {
        answer(NOW.minus(ahead));
        assertThat(time.instant()).isEqualTo(NOW.minus(ahead));
        assertThat(time.ahead()).isEqualTo(ahead);
        machine.pass(Duration.ofMinutes(1));
        assertThat(time.instant()).isEqualTo(NOW.minus(ahead).plusSeconds(60));
        assertThat(time.machine()).isEqualTo(NOW.plusSeconds(60));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT6S", "PT1H", "P400D"})
    void aClockThatIsBehindIsCorrected(Duration behind) {
        answer(NOW.plus(behind));
        assertThat(time.instant()).isEqualTo(NOW.plus(behind));
        assertThat(time.ahead()).isEqualTo(behind.negated());
    }

    @ParameterizedTest
    @ValueSource(longs = {-5, -1, 0, 1, 5})
    void aFewSecondsAreNoDifference(long seconds) {
        answer(NOW.minusSeconds(seconds));
        assertThat(time.ahead()).isZero();
        assertThat(time.instant()).isEqualTo(NOW);
    }

    @Test
    void aSlowAnswerIsNoDifference() {
        Instant asked = machine.instant();
        machine.pass(Duration.ofSeconds(50));
        time.answered(httpDate(NOW.plusSeconds(20)), asked);
        assertThat(time.ahead()).isZero();
    }

    @Test
    void aClockThatIsSetRightIsNoLongerCorrected() {
        answer(NOW.minusSeconds(3_600));
        machine.pass(Duration.ofSeconds(-3_600));
        answer(NOW.minusSeconds(3_600));
        assertThat(time.ahead()).isZero();
        assertThat(time.instant()).isEqualTo(NOW.minusSeconds(3_600));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "yesterday", "2026-11-22T12:00:00Z"})
    void anAnswerWithoutAReadableDateTellsNothing(String date) {
        time.answered(date, NOW);
        assertThat(time.isHeard()).isFalse();
        assertThat(time.instant()).isEqualTo(NOW);
    }

    @Test
    void itIsNeverEarlierThanTheNewestPostThatXHasListed() {
        Instant written = NOW.plusSeconds(3);
        time.listed(Snowflake.firstAt(written));
        assertThat(time.instant()).isEqualTo(written);
    }

    @Test
    void aPostFromTheFutureDoesNotMoveIt() {
        time.listed(Snowflake.firstAt(NOW.plusSeconds(3_600)));
        assertThat(time.instant()).isEqualTo(NOW);
    }

    private void answer(Instant date) {
        time.answered(httpDate(date), machine.instant());
    }

    private static String httpDate(Instant date) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(date.atZone(ZoneOffset.UTC));
    }
}
