package io.hashlake.iceberg;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotSummary;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.CloseableIterable;

/**
 * The lake's files as the table has them, by their keys.
 *
 * @param live those of the present snapshot
 * @param withDeletes those of them from which other programs have deleted rows by files of deletes
 * @param removed those that any of the kept snapshots has removed
 */
record TableFiles(Map<String, DataFile> live, Set<String> withDeletes, Set<String> removed) {

    static TableFiles of(Table table, LakeLocation lake) throws IOException {
        Map<String, DataFile> live = new HashMap<>();
        Set<String> withDeletes = new HashSet<>();
        try (CloseableIterable<FileScanTask> tasks = table.newScan().planFiles()) {
            for (FileScanTask task : tasks) {
                lake.key(task.file().location()).ifPresent(key -> {
                    live.put(key, task.file());
                    if (!task.deletes().isEmpty()) {
                        withDeletes.add(key);
                    }
                });
            }
        }
        Set<String> removed = new HashSet<>();
        table.snapshots().forEach(snapshot -> removed.addAll(removedBy(snapshot, table, lake)));
        return new TableFiles(live, withDeletes, removed);
    }

    /** Returns the keys of the files that the snapshot has removed. */
    static Set<String> removedBy(Snapshot snapshot, Table table, LakeLocation lake) {
        Set<String> keys = new HashSet<>();
        if (snapshot.summary().containsKey(SnapshotSummary.DELETED_FILES_PROP)) {
            snapshot.removedDataFiles(table.io())
                    .forEach(file -> lake.key(file.location()).ifPresent(keys::add));
        }
        return keys;
    }

    /** Returns whether the table has the file, or had it. */
    boolean knows(String key) {
        return live.containsKey(key) || removed.contains(key);
    }

    /** Returns whether the file stands in the table as the lake wrote it. */
    boolean isUnchanged(String key) {
        return live.containsKey(key) && !withDeletes.contains(key);
    }
}
