package io.hashlake.pipeline;

import io.hashlake.lake.CompactionReport;
import io.hashlake.lake.Compactor;
import io.hashlake.observability.Meters;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Compacts the lake, and tells meters and people what came of it. */
public final class CompactionJob {

    private static final Logger LOG = Logger.getLogger(CompactionJob.class);

    private final Compactor compactor;
    private final Meters meters;
    private final Clock clock;

    public CompactionJob(Compactor compactor, Meters meters, Clock clock) {
        this.compactor = compactor;
        this.meters = meters;
        this.clock = clock;
    }

    /** @throws IOException if the lake cannot be reached; the next run goes on where this one ended */
    public void run() throws IOException {
        Instant started = clock.instant();
        try {
            Optional<CompactionReport> report = compactor.run();
            Duration took = Duration.between(started, clock.instant());
            report.ifPresentOrElse(done -> compacted(done, took), () -> LOG.info("Another process compacts the lake"));
        } catch (IOException | RuntimeException e) {
            meters.compactionFailed(1);
            throw e;
        }
    }

    private void compacted(CompactionReport report, Duration took) {
        meters.compactedFiles("before", report.before().count(), report.before().bytes());
        meters.compactedFiles("after", report.after().count(), report.after().bytes());
        meters.compacted(report.after().rows(), report.duplicates(), took);
        meters.compactionFailed(report.failures());
        if (report.partitions() > 0) {
            LOG.infof(
                    "Compacted %,d files of %,d partitions to %,d with %,d rows, %,d duplicates less, in %s",
                    report.before().count(),
                    report.partitions(),
                    report.after().count(),
                    report.after().rows(),
                    report.duplicates(),
                    took);
        }
    }
}
