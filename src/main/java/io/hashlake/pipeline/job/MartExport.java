package io.hashlake.pipeline.job;

import io.hashlake.lake.marts.MartColumn;
import io.hashlake.lake.marts.MartReport;
import io.hashlake.lake.marts.MartTable;
import io.hashlake.lake.marts.MartWriter;
import io.hashlake.lake.marts.Marts;
import io.hashlake.observability.Meters;
import io.hashlake.warehouse.star.MartChanges;
import io.hashlake.warehouse.star.MartSnapshot;
import io.hashlake.warehouse.star.MartSource;
import io.hashlake.warehouse.star.StarTable;
import java.io.IOException;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Copies the star schema into the lake: all dimensions, and of the facts the days that have changed since the last time, as
 * they were at one moment. Where nothing has changed, nothing is done.
 */
public final class MartExport {

    private final MartSource source;
    private final Marts marts;
    private final Meters meters;

    public MartExport(MartSource source, Marts marts, Meters meters) {
        this.source = source;
        this.marts = marts;
        this.meters = meters;
    }

    /**
     * What changed is forgotten only when it is exported. Until then the next export does it again.
     *
     * @return what it did, for a person to read
     * @throws IOException if the database or the lake cannot be reached; what stood stands, and the next run does it
     */
    public String run() throws IOException {
        AtomicReference<MartChanges> seen = new AtomicReference<>();
        Optional<MartReport> report = marts.replace(writer -> seen.set(copy(writer)));
        if (report.isEmpty()) {
            return "nothing: another process exports the marts";
        }
        source.forget(seen.get());
        return exported(report.get());
    }

    private MartChanges copy(MartWriter writer) throws IOException {
        try (MartSnapshot snapshot = source.open()) {
            SortedSet<Integer> dates =
                    writer.isFirst() ? snapshot.dates() : snapshot.changes().dates();
            if (!dates.isEmpty()) {
                for (StarTable table : snapshot.tables()) {
                    copy(snapshot, table, dates, writer);
                }
            }
            return snapshot.changes();
        }
    }

    private static void copy(MartSnapshot snapshot, StarTable table, SortedSet<Integer> dates, MartWriter writer)
            throws IOException {
        MartTable mart = mart(table);
        if (!table.isByDay()) {
            writer.replace(mart, target -> snapshot.rows(table, target::add));
            return;
        }
        for (int date : dates) {
            writer.replace(mart, StarTable.DAY, date, target -> snapshot.rows(table, date, target::add));
        }
    }

    private static MartTable mart(StarTable table) {
        return new MartTable(
                table.name(),
                table.doc(),
                table.columns().stream()
                        .map(column -> new MartColumn(column.name(), column.type(), column.nullable(), column.doc()))
                        .toList());
    }

    private String exported(MartReport report) {
        meters.martsExported(report.rows(), report.files(), report.bytes());
        return String.format(
                "%,d rows exported to %,d partitions of the marts, %,d files of %,d bytes",
                report.rows(), report.partitions(), report.files(), report.bytes());
    }
}
