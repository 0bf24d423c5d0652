package io.hashlake.iceberg;

import io.hashlake.lake.store.ObjectStore;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.StreamSupport;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;

/**
 * Expires old snapshots. What one of them has removed is deleted from the lake before the snapshot is forgotten: a file that
 * stands there and of whose removal nobody knows would be registered again.
 */
final class SnapshotExpiry {

    private final ObjectStore store;
    private final LakeTable table;
    private final Duration age;
    private final Clock clock;

    /** @param age up to which snapshots are kept; they go, many at once, when the oldest is twice as old */
    SnapshotExpiry(ObjectStore store, LakeTable table, Duration age, Clock clock) {
        this.store = store;
        this.table = table;
        this.age = age;
        this.clock = clock;
    }

    /** @throws IOException if the lake or the catalog is unavailable; the next run continues */
    void run() throws IOException {
        table.with(current -> {
            Instant due = clock.instant().minus(age);
            if (hasOlder(current, due.minus(age))) {
                deleteRemoved(current, due);
                current.expireSnapshots().expireOlderThan(due.toEpochMilli()).commit();
            }
            return null;
        });
    }

    private static boolean hasOlder(Table current, Instant time) {
        return StreamSupport.stream(current.snapshots().spliterator(), false)
                .filter(snapshot ->
                        snapshot.snapshotId() != current.currentSnapshot().snapshotId())
                .anyMatch(snapshot -> snapshot.timestampMillis() < time.toEpochMilli());
    }

    private void deleteRemoved(Table current, Instant due) throws IOException {
        for (Snapshot snapshot : current.snapshots()) {
            if (snapshot.timestampMillis() < due.toEpochMilli()) {
                for (String key : TableFiles.removedBy(snapshot, current, table.lake())) {
                    store.delete(key);
                }
            }
        }
    }
}
