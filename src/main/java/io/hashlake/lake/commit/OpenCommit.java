package io.hashlake.lake.commit;

import io.hashlake.core.Position;
import io.hashlake.core.Sink.Commit;
import io.hashlake.core.TweetBatch;
import io.hashlake.lake.parquet.BufferedRow;
import io.hashlake.lake.parquet.RowBuffer;
import io.hashlake.lake.parquet.Table;
import io.hashlake.lake.store.Directory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Rows that one origin delivered since its last commit, in a buffer: a row that belongs to several directories is held once. */
final class OpenCommit<R> {

    /** Heap size of a reference to a row in the buffer, with its place in a list. */
    private static final long REFERENCE_BYTES = 32;

    private final String origin;
    private final String start;
    private final Instant since;
    private final RowBuffer<R> buffer;
    private final Map<Directory, List<BufferedRow>> rows = new LinkedHashMap<>();
    private String firstRows;
    private String end;
    private long posts;
    private long rejected;
    private long rowCount;
    private long duplicates;

    OpenCommit(TweetBatch first, Table<R> table, Instant since) {
        this.buffer = new RowBuffer<>(table);
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

    /** Memory that its rows take, in bytes. */
    long bytes() {
        return buffer.bytes() + REFERENCE_BYTES * rowCount;
    }

    /** Takes in the batch's stretch; its rows follow. */
    void extend(TweetBatch batch) {
        if (rowCount == 0) {
            firstRows = batch.start();
        }
        end = batch.end();
    }

    /** @param directories those that do not have the row yet; where there are none, nothing is added */
    void add(R row, List<? extends Directory> directories) {
        if (directories.isEmpty()) {
            return;
        }
        BufferedRow buffered = buffer.add(row);
        for (Directory directory : directories) {
            rows.computeIfAbsent(directory, absent -> new ArrayList<>()).add(buffered);
        }
        posts++;
        rowCount += directories.size();
    }

    void addDuplicates(int count) {
        duplicates += count;
    }

    void addRejected(int count) {
        rejected += count;
    }

    Stream<BufferedRow> rows(Directory directory) {
        return rows.getOrDefault(directory, List.of()).stream();
    }

    /** The files that these rows become. */
    List<DataFile> files(long ordinal) {
        return rows.entrySet().stream()
                .map(entry -> DataFile.of(this, ordinal, entry.getKey(), entry.getValue()))
                .toList();
    }
}
