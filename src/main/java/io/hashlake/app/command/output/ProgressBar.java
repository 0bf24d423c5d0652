package io.hashlake.app.command.output;

import io.hashlake.files.Progress;
import io.hashlake.files.ProgressListener;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** Shows on one line of a terminal how far a file has been read. */
public final class ProgressBar implements ProgressListener {

    /** Back to the line's beginning, and nothing behind it. */
    public static final String CLEAR = "\r\u001b[K";

    private static final Duration INTERVAL = Duration.ofMillis(200);
    private static final int WIDTH = 30;

    private final Clock clock;
    private final Consumer<String> terminal;
    private Instant next = Instant.MIN;

    public ProgressBar(Clock clock, Consumer<String> terminal) {
        this.clock = clock;
        this.terminal = terminal;
    }

    @Override
    public void progressed(Progress progress) {
        Instant now = clock.instant();
        if (!now.isBefore(next)) {
            terminal.accept(CLEAR + line(progress));
            next = now.plus(INTERVAL);
        }
    }

    public static String line(Progress progress) {
        int full = (int) (WIDTH * progress.share());
        return String.format(
                "%s [%s%s] %3.0f %%  %,d posts  %,.0f/s  %d s left",
                progress.file(),
                "#".repeat(full),
                " ".repeat(WIDTH - full),
                100 * progress.share(),
                progress.tweets(),
                progress.rate(),
                progress.remaining().toSeconds());
    }
}
