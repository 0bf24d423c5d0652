package io.hashlake.lake.compaction;

import io.hashlake.thread.Pause;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jboss.logging.Logger;

/** Swaps of one compaction whose old files still stand: their overlaps pass side by side, and work goes on meanwhile. */
final class OpenSwaps {

    private static final Logger LOG = Logger.getLogger(Compactor.class);

    private final Swaps swaps;
    private final Lease lease;
    private final Duration overlap;
    private final Clock clock;
    private final Deque<OpenSwap> open = new ArrayDeque<>();
    private CompactionReport report = CompactionReport.NOTHING;

    /** @param report what there is to tell once it is finished */
    private record OpenSwap(String directory, NamedSwap swap, CompactionReport report, Instant due) {}

    /** @param overlap how long old files stand beside new ones */
    OpenSwaps(Swaps swaps, Lease lease, Duration overlap, Clock clock) {
        this.swaps = swaps;
        this.lease = lease;
        this.overlap = overlap;
        this.clock = clock;
    }

    void add(String directory, NamedSwap swap, CompactionReport compacted) {
        open.add(new OpenSwap(directory, swap, compacted, clock.instant().plus(overlap)));
    }

    /** Counts a partition that stands as it stood. */
    void failed(String directory, Exception reason) {
        String told = reason instanceof IOException ? reason.getMessage() : reason.toString();
        LOG.warnf("Compaction of %s failed; retrying in the next run: %s", directory, told);
        LOG.debugf(reason, "%s", directory);
        report = report.plus(CompactionReport.FAILURE);
    }

    /** Finishes those whose overlap has passed. */
    void finishDue() throws IOException {
        while (!open.isEmpty() && !open.peek().due().isAfter(clock.instant())) {
            finish(open.poll());
        }
    }

    /** Waits until all overlaps have passed, and finishes what is left. */
    CompactionReport finishAll(Pause pause) throws IOException {
        if (!open.isEmpty() && open.peekLast().due().isAfter(clock.instant())) {
            pause.of(Duration.between(clock.instant(), open.peekLast().due()));
        }
        while (!open.isEmpty()) {
            finish(open.poll());
        }
        return report;
    }

    /** Finishes one; if that fails, the record of the swap stands, and the next run finishes it. */
    private void finish(OpenSwap next) throws IOException {
        lease.keep();
        try {
            swaps.finish(next.swap());
            if (!next.swap().isReplaced()) {
                throw new IOException("another program has changed the table meanwhile");
            }
            report = report.plus(next.report());
        } catch (IOException | RuntimeException e) {
            failed(next.directory(), e);
        }
    }
}
