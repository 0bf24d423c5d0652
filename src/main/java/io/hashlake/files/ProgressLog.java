package io.hashlake.files;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** Says how a long file is read, every ten seconds. */
public final class ProgressLog implements ProgressListener {

    private static final Duration INTERVAL = Duration.ofSeconds(10);

    private final Clock clock;
    private final Consumer<String> lines;
    private Instant next;

    /** @param lines where a line goes */
    public ProgressLog(Clock clock, Consumer<String> lines) {
        this.clock = clock;
        this.lines = lines;
        this.next = clock.instant().plus(INTERVAL);
    }

    @Override
    public void progressed(Progress progress) {
        Instant now = clock.instant();
        if (!now.isBefore(next)) {
            lines.accept(progress.toString());
            next = now.plus(INTERVAL);
        }
    }
}
