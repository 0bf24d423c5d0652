package io.hashlake.lake.commit;

import io.hashlake.core.Position;
import io.hashlake.core.Sink.Commit;
import io.hashlake.core.TweetBatch;
import io.hashlake.lake.store.Directory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Rows that one origin delivered since its last commit. Rows are kept in memory, not their encoded form: a row that
 * belongs to several directories is held once.
 */
final class OpenCommit<R> {

    private final String origin;
    private final String start;
    private final Instant since;
    private final Map<Directory, List<R>> rows = new LinkedHashMap<>();
    private String firstRows;
    private String end;
    private long posts;
    private long rejected;
    private long rowCount;
    private long duplicates;
    private long bytes;

    OpenCommit(TweetBatch first, Instant since) {
        this.origin = first.origin();
        this.start = first.start();
        this.since = since;
    }

    String origin() {
        return origin;
    }

    String start() {
        return start;
    }

    /** Its start as an intent tells it: batches without rows in front do not count where the cursor has passed them. */
    String start(Optional<String> cursor) {
        return cursor.filter(at -> Position.areSame(at, firstRows)).isPresent() ? firstRows : start;
    }

    String end() {
        return end;
    }

    /** Returns when the commit's first batch arrived. */
    Instant since() {
        return since;
    }

    long rowCount() {
        return rowCount;
    }

    /** Returns its counts; nothing of them is in a file yet. */
    Commit counts() {
        return new Commit(posts, rejected, 0, duplicates, 0, 0);
    }

    /** Memory that its rows take, estimated. */
    long bytes() {
        return bytes;
    }

    /** Takes in the batch's stretch; its rows follow. */
    void extend(TweetBatch batch) {
        if (rowCount == 0) {
            firstRows = batch.start();
        }
        end = batch.end();
    }

    /**
     * @param directories those that do not have the row yet; where there are none, nothing is added
     * @param size memory that it takes
     */
    void add(R row, List<? extends Directory> directories, long size) {
        posts += directories.isEmpty() ? 0 : 1;
        for (Directory directory : directories) {
            rows.computeIfAbsent(directory, absent -> new ArrayList<>()).add(row);
        }
        rowCount += directories.size();
        bytes += directories.isEmpty() ? 0 : size;
    }

    void addDuplicates(int count) {
        duplicates += count;
    }

    void addRejected(int count) {
        rejected += count;
    }

    Stream<R> rows(Directory directory) {
        return rows.getOrDefault(directory, List.of()).stream();
    }

    /** The files that these rows become. */
    List<DataFile<R>> files(long ordinal) {
        return rows.entrySet().stream()
                .map(entry -> DataFile.of(this, ordinal, entry.getKey(), entry.getValue()))
                .toList();
    }
}
