package io.hashlake.pipeline.job;

import io.hashlake.iceberg.Iceberg;
import io.hashlake.iceberg.Registration;
import io.hashlake.observability.Meters;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Registers the lake's files in its Iceberg table, and counts them. */
public final class IcebergJob {

    private final Iceberg iceberg;
    private final Duration snapshotAge;
    private final Meters meters;
    private final Clock clock;
    private volatile Instant upToDate;

    /** @param snapshotAge up to which the table's snapshots are kept */
    public IcebergJob(Iceberg iceberg, Duration snapshotAge, Meters meters, Clock clock) {
        this.iceberg = iceberg;
        this.snapshotAge = snapshotAge;
        this.meters = meters;
        this.clock = clock;
        this.upToDate = clock.instant();
        meters.icebergAge(() -> Duration.between(upToDate, clock.instant()).toSeconds());
    }

    /**
     * @return what it did, for a person to read
     * @throws IOException if the lake or the catalog is unavailable; the next run continues
     */
    public String run() throws IOException {
        Instant begun = clock.instant();
        Registration registration = iceberg.register(snapshotAge);
        upToDate = begun;
        meters.icebergRegistered(registration.files(), registration.rows(), registration.vanished());
        return String.format(
                "%,d files with %,d rows registered; %,d files removed that are gone",
                registration.files(), registration.rows(), registration.vanished());
    }
}
