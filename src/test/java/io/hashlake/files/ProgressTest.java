package io.hashlake.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.hashlake.tweet.FakeClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTest {

    @Test
    void countsRateAndTimeLeftFromWhereReadingBegan() {
        Progress progress = new Progress("a", 1000, 2000, 4000, 500, 0, Duration.ofSeconds(5));

        assertThat(progress.rate()).isEqualTo(100);
        assertThat(progress.remaining()).isEqualTo(Duration.ofSeconds(10));
        assertThat(progress.share()).isEqualTo(0.5);
    }

    @Test
    void promisesNothingBeforeItKnows() {
        assertThat(new Progress("a", 0, 0, 4000, 0, 0, Duration.ZERO).remaining())
                .isZero();
        assertThat(new Progress("a", 0, 0, 0, 0, 0, Duration.ZERO).share()).isEqualTo(1);
    }

    @Test
    void isLoggedEveryTenSeconds() {
        List<String> lines = new ArrayList<>();
        FakeClock clock = new FakeClock(Instant.EPOCH);
        ProgressLog log = new ProgressLog(clock, lines::add);
        for (int second = 0; second <= 35; second++) {
            log.progressed(new Progress("a.jsonl", 0, second, 100, second, 0, Duration.ofSeconds(second)));
            clock.pass(Duration.ofSeconds(1));
        }

        assertThat(lines).hasSize(3).allMatch(line -> line.startsWith("a.jsonl: "));
    }
}
