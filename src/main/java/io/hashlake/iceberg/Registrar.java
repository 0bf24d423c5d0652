package io.hashlake.iceberg;

import io.hashlake.lake.commit.StandingFiles;
import io.hashlake.lake.commit.TweetFile;
import io.hashlake.lake.compaction.Compactor;
import io.hashlake.lake.compaction.Swaps;
import io.hashlake.lake.store.DamagedFileException;
import io.hashlake.lake.store.ObjectStore;
import io.hashlake.lake.store.ObjectStore.StoredObject;
import io.hashlake.lake.store.Parallel;
import io.hashlake.lake.store.Partition;
import io.hashlake.lake.store.Quarantine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.OverwriteFiles;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.expressions.Expressions;

/**
 * Brings the table up to date with the lake: files that stand for good are added, and files that are gone are removed. What the
 * table has is the only record of what was registered, so a run that was killed anywhere is followed by one that finds out.
 */
public final class Registrar {

    /** Number of files per snapshot, so that a large lake is registered step by step. */
    private static final int MAX_FILES = 5_000;

    private final ObjectStore store;
    private final Quarantine quarantine;
    private final Parallel parallel;
    private final StandingFiles standing;
    private final LakeTable table;
    private final FooterReader footers;

    Registrar(Quarantine quarantine, Parallel parallel, StandingFiles standing, LakeTable table, FooterReader footers) {
        this.store = quarantine.store();
        this.quarantine = quarantine;
        this.parallel = parallel;
        this.standing = standing;
        this.table = table;
        this.footers = footers;
    }

    /**
     * Registers everything that may be registered now.
     *
     * @throws IOException if the lake or the catalog is unavailable; the next run continues
     */
    Registration run() throws IOException {
        Registration all = Registration.NOTHING;
        for (Registration some = registerSome(); !some.isEmpty(); some = registerSome()) {
            all = all.plus(some);
        }
        return all;
    }

    /** Files first, what is about to change after them, and the table last: whatever happens in between is seen by the later one. */
    private Registration registerSome() throws IOException {
        List<StoredObject> files = store.list(Partition.ROOT);
        Set<String> unsettled = new HashSet<>(standing.keys());
        unsettled.addAll(Swaps.keys(Compactor.ROOT, quarantine));
        List<StoredObject> settled = files.stream()
                .filter(file -> isRegistrable(file) && !unsettled.contains(file.key()))
                .toList();
        Set<String> kept = files.stream().map(StoredObject::key).collect(Collectors.toSet());
        kept.addAll(unsettled);
        return table.with(current -> {
            TableFiles known = TableFiles.of(current, table.lake());
            return commit(current, added(settled, known, current), vanished(known, kept));
        });
    }

    private boolean isRegistrable(StoredObject file) {
        return TweetFile.of(file).isPresent()
                && Partition.holding(file.key()).isPresent()
                && !quarantine.holds(file.key());
    }

    private List<DataFile> added(List<StoredObject> settled, TableFiles known, Table current) throws IOException {
        List<DataFile> added = Collections.synchronizedList(new ArrayList<>());
        List<StoredObject> missing = settled.stream()
                .filter(file -> !known.knows(file.key()))
                .limit(MAX_FILES)
                .toList();
        parallel.forEach(missing, file -> read(file, current).ifPresent(added::add));
        return added;
    }

    /** A file that is gone meanwhile was taken back or replaced; a damaged one is set aside, as by a sink that finds it. */
    private Optional<DataFile> read(StoredObject file, Table current) throws IOException {
        try {
            return Optional.of(footers.dataFile(file, current));
        } catch (DamagedFileException e) {
            quarantine.setAside(e.damage());
            return Optional.empty();
        } catch (IOException e) {
            if (isGone(file.key())) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private List<DataFile> vanished(TableFiles known, Set<String> kept) throws IOException {
        List<DataFile> vanished = new ArrayList<>();
        for (Map.Entry<String, DataFile> file : known.live().entrySet()) {
            if (!kept.contains(file.getKey()) && isGone(file.getKey())) {
                vanished.add(file.getValue());
            }
        }
        return vanished;
    }

    private boolean isGone(String key) throws IOException {
        return store.list(key).isEmpty();
    }

    /** Another registration in the meantime makes this one fail, and begin anew. */
    private static Registration commit(Table current, List<DataFile> added, List<DataFile> vanished) {
        Registration result = new Registration(
                added.size(), added.stream().mapToLong(DataFile::recordCount).sum(), vanished.size());
        if (!result.isEmpty()) {
            OverwriteFiles commit = current.newOverwrite()
                    .conflictDetectionFilter(Expressions.alwaysTrue())
                    .validateNoConflictingData();
            Optional.ofNullable(current.currentSnapshot())
                    .map(Snapshot::snapshotId)
                    .ifPresent(commit::validateFromSnapshot);
            added.forEach(commit::addFile);
            vanished.forEach(commit::deleteFile);
            commit.commit();
        }
        return result;
    }
}
