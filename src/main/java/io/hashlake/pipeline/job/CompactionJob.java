package io.hashlake.pipeline.job;

import io.hashlake.lake.compaction.CompactionReport;
import io.hashlake.lake.compaction.Compactor;
import io.hashlake.observability.Meters;
import java.io.IOException;

/** Compacts the lake, and counts what came of it. */
public final class CompactionJob {

    private final Compactor compactor;
    private final Meters meters;

    public CompactionJob(Compactor compactor, Meters meters) {
        this.compactor = compactor;
        this.meters = meters;
    }

    /**
     * @return what it did, for a person to read
     * @throws IOException if the lake cannot be reached; the next run goes on where this one ended
     */
    public String run() throws IOException {
        return compactor.run().map(this::compacted).orElse("nothing: another process compacts the lake");
    }

    private String compacted(CompactionReport report) {
        meters.compactedFiles("before", report.before().count(), report.before().bytes());
        meters.compactedFiles("after", report.after().count(), report.after().bytes());
        meters.compactedRows(report.after().rows(), report.duplicates());
        meters.compactedPartitions(report.partitions(), report.failures());
        return String.format(
                "%,d files of %,d partitions compacted to %,d with %,d rows, %,d duplicates less; %,d partitions failed",
                report.before().count(),
                report.partitions(),
                report.after().count(),
                report.after().rows(),
                report.duplicates(),
                report.failures());
    }
}
