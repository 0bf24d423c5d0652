package io.hashlake.bus;

import io.hashlake.core.BatchTracer;
import io.hashlake.core.Gaps;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Settings and collaborators shared by the consumers that feed one sink.
 *
 * @param mostTweets how many tweets are read before they are handed on; 1 or more
 * @param longest longest time that a tweet waits for others before it is handed on
 * @param takenOver told the origins assigned to this process, before their first batch: another process may have
 *     written them
 * @param cursors the group's committed offsets
 * @param gaps where records that were deleted unread are declared
 * @param stopping whether the process is shutting down, so that waiting is pointless
 * @param tracer told the traces to which the records of a batch belong
 */
public record SinkGroup(
        int mostTweets,
        Duration longest,
        Consumer<Set<String>> takenOver,
        GroupCursors cursors,
        Gaps gaps,
        BooleanSupplier stopping,
        BatchTracer tracer,
        Clock clock) {

    public SinkGroup {
        if (mostTweets < 1) {
            throw new IllegalArgumentException("mostTweets is " + mostTweets + ", but must be 1 or more");
        }
        Objects.requireNonNull(longest, "longest");
        Objects.requireNonNull(takenOver, "takenOver");
        Objects.requireNonNull(cursors, "cursors");
        Objects.requireNonNull(gaps, "gaps");
        Objects.requireNonNull(stopping, "stopping");
        Objects.requireNonNull(tracer, "tracer");
        Objects.requireNonNull(clock, "clock");
    }
}
