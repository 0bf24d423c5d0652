package io.hashlake.iceberg;

import io.hashlake.lake.compaction.Swap;
import io.hashlake.lake.compaction.TableFormat;
import io.hashlake.lake.store.ObjectStore;
import io.hashlake.lake.store.ObjectStore.StoredObject;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DeleteFiles;
import org.apache.iceberg.RewriteFiles;
import org.apache.iceberg.Table;

/** Makes a snapshot of each replacement of files, before the replaced ones are deleted. */
final class IcebergFormat implements TableFormat {

    private final ObjectStore store;
    private final LakeTable table;
    private final FooterReader footers;

    IcebergFormat(ObjectStore store, LakeTable table, FooterReader footers) {
        this.store = store;
        this.table = table;
        this.footers = footers;
    }

    /** Leaves out what the table does not have yet, or has with deleted rows. */
    @Override
    public Predicate<String> replaceable() throws IOException {
        return table.with(current -> TableFiles.of(current, table.lake()))::isUnchanged;
    }

    @Override
    public boolean replace(Swap swap) throws IOException {
        return table.with(current -> replace(swap, current));
    }

    private boolean replace(Swap swap, Table current) throws IOException {
        TableFiles known = TableFiles.of(current, table.lake());
        if (!swap.added().isEmpty() && known.live().keySet().containsAll(swap.added())) {
            return true;
        }
        if (swap.replaced().stream().anyMatch(key -> known.knows(key) && !known.isUnchanged(key))) {
            return false;
        }
        List<DataFile> replaced = swap.replaced().stream()
                .filter(known.live()::containsKey)
                .map(known.live()::get)
                .toList();
        if (swap.added().isEmpty()) {
            remove(replaced, current);
        } else if (!replaced.isEmpty()) {
            commit(swap, replaced, current);
        }
        return true;
    }

    /** No row takes the place of theirs. */
    private static void remove(List<DataFile> gone, Table current) {
        if (!gone.isEmpty()) {
            DeleteFiles delete = current.newDelete();
            gone.forEach(delete::deleteFile);
            delete.commit();
        }
    }

    private void commit(Swap swap, List<DataFile> replaced, Table current) throws IOException {
        RewriteFiles rewrite = current.newRewrite()
                .validateFromSnapshot(current.currentSnapshot().snapshotId());
        replaced.forEach(rewrite::deleteFile);
        for (String key : swap.added()) {
            for (StoredObject file : store.list(key)) {
                rewrite.addFile(footers.dataFile(file, current));
            }
        }
        rewrite.commit();
    }
}
