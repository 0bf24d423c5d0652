package io.hashlake.lake.commit;

import io.hashlake.core.Sink.Commit;
import io.hashlake.lake.parquet.BufferedRow;
import io.hashlake.lake.parquet.Release;
import io.hashlake.lake.parquet.TableEncoder;
import io.hashlake.lake.store.Directory;
import io.hashlake.lake.store.ObjectStore;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** An epoch that takes no more rows and is on its way into the store. What has been put is not put again. */
final class PendingCommit {

    private final WriteAheadRecord intent;
    private final List<DataFile> files;
    private final Commit counts;
    private boolean announced;
    private volatile boolean hasFiles;

    /** One of its files that is not in the store yet. */
    record Left(PendingCommit commit, DataFile file) {

        String origin() {
            return commit.intent().origin();
        }

        void put(ObjectStore store, TableEncoder<BufferedRow> encoder) throws IOException {
            commit.hasFiles = true;
            file.put(store, encoder, commit.metadata());
        }
    }

    PendingCommit(OpenCommit<?> epoch, long ordinal, Optional<String> cursor) {
        files = epoch.files(ordinal);
        List<String> keys = files.stream().map(DataFile::key).toList();
        intent = new WriteAheadRecord(epoch.origin(), ordinal, epoch.start(cursor), epoch.end(), cursor, keys);
        counts = epoch.counts();
    }

    WriteAheadRecord intent() {
        return intent;
    }

    /** Puts the intent, without which no file may be put. */
    void announce(WriteAheadLog intents) throws IOException {
        if (!announced) {
            intents.put(intent);
            announced = true;
        }
    }

    /** Leaves it to the process that writes its origin now. */
    void abandon(WriteAheadLog intents) throws IOException {
        if (announced) {
            intents.abandon(intent, hasFiles);
        }
    }

    Stream<Left> left() {
        return files.stream().filter(file -> !file.isPut()).map(file -> new Left(this, file));
    }

    /** Returns the counts of the whole commit, once no file is left to write. */
    Commit result() {
        long rows = files.stream().mapToLong(DataFile::rowCount).sum();
        long bytes = files.stream().mapToLong(DataFile::size).sum();
        return counts.plus(new Commit(0, 0, rows, 0, files.size(), bytes));
    }

    private Map<String, String> metadata() {
        return Map.of(
                "hashlake.version", Release.VERSION,
                "hashlake.origin", intent.origin(),
                "hashlake.start", intent.start(),
                "hashlake.end", intent.end());
    }

    /** Returns the directory's rows that are not in the store yet. */
    Stream<BufferedRow> rows(Directory directory) {
        return left().flatMap(left -> left.file().rowsIn(directory));
    }
}
