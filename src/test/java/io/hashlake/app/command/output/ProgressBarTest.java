package io.hashlake.app.command.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.hashlake.files.Progress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ProgressBarTest {

    private static final Progress HALF = new Progress("a.jsonl", 0, 500, 1000, 2000, 3, Duration.ofSeconds(10));

    @Test
    void showsShareCountRateAndTimeLeft() {
        assertThat(ProgressBar.line(HALF))
                .isEqualTo(String.format(
                        Locale.getDefault(),
                        "a.jsonl [###############               ]  50 %%  %,d posts  200/s  10 s left",
                        2000));
    }

    @Test
    void isNotDrawnMoreOftenThanCanBeSeen() {
        List<String> drawn = new ArrayList<>();
        ProgressBar bar = new ProgressBar(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), drawn::add);

        bar.progressed(HALF);
        bar.progressed(HALF);

        assertThat(drawn).containsExactly(ProgressBar.CLEAR + ProgressBar.line(HALF));
    }
}
