package io.hashlake.lake.commit;

import io.hashlake.core.Cursors;
import io.hashlake.core.Sink.Commit;
import io.hashlake.core.TweetBatch;
import io.hashlake.lake.parquet.BufferedRow;
import io.hashlake.lake.parquet.Table;
import io.hashlake.lake.store.Directory;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** Rows that origins have delivered and that are not in the store yet. */
final class OpenCommits<R> {

    /** Age limit for the first rows of a process, so that its user soon sees something. */
    private static final Duration FIRST_AGE = Duration.ofSeconds(1);

    private final Table<R> table;
    private final CommitQueue queue;
    private final Rotation rotation;
    private final Cursors cursors;
    private final Clock clock;

    /** Position up to which each origin has been written, committed or not. */
    private final Map<String, String> positions = new HashMap<>();

    private final Map<String, OpenCommit<R>> open = new LinkedHashMap<>();
    private boolean hasCommitted;

    /** @param cursors the positions from which sources take up reading after a restart */
    OpenCommits(Table<R> table, CommitQueue queue, Rotation rotation, Cursors cursors, Clock clock) {
        this.table = table;
        this.queue = queue;
        this.rotation = rotation;
        this.cursors = cursors;
        this.clock = clock;
    }

    /**
     * Makes ready for a batch. If its origin does not go on where it ended (it is new to this process, or reads something
     * again), what it is about to deliver again is taken back.
     *
     * @param changing receives the paths of the files to be deleted, before they are
     */
    void follow(TweetBatch batch, Consumer<Set<String>> changing) throws IOException {
        String origin = batch.origin();
        cursors.ensureHeld(origin);
        if (!batch.start().equals(positions.get(origin))) {
            seal(origin);
            boolean isNew = !positions.containsKey(origin);
            queue.takeBackRepeated(origin, new Resumption(batch.start(), cursors.position(origin), isNew), changing);
        }
    }

    /** Forgets origins that another process had meanwhile: they are treated as new. */
    void forget(Set<String> origins) {
        positions.keySet().removeAll(origins);
    }

    /** Another process writes these origins now. */
    void abandon(Set<String> origins) throws IOException {
        queue.abandon(origins);
        open.keySet().removeAll(origins);
        forget(origins);
    }

    /** Takes in the batch's stretch; its rows are to be added to the epoch that this returns. */
    OpenCommit<R> extend(TweetBatch batch) {
        OpenCommit<R> epoch =
                open.computeIfAbsent(batch.origin(), origin -> new OpenCommit<>(batch, table, clock.instant()));
        epoch.extend(batch);
        positions.put(batch.origin(), batch.end());
        return epoch;
    }

    /** Rows of the directory that are not in the store yet. */
    Stream<BufferedRow> rows(Directory directory) {
        return Stream.concat(queue.rows(directory), open.values().stream().flatMap(epoch -> epoch.rows(directory)));
    }

    /** The epoch takes no more rows. */
    private void seal(String origin) throws IOException {
        OpenCommit<R> epoch = open.get(origin);
        if (epoch == null) {
            return;
        }
        if (epoch.rowCount() == 0) {
            queue.addCounts(epoch.counts());
        } else {
            queue.add(epoch, cursors.position(origin));
        }
        open.remove(origin);
    }

    boolean isCommitDue() {
        return !queue.isEmpty()
                || sum(OpenCommit::rowCount) >= rotation.rows()
                || sum(OpenCommit::bytes) >= rotation.bytes()
                || open.values().stream().anyMatch(this::isOld);
    }

    private long sum(ToLongFunction<OpenCommit<R>> value) {
        return open.values().stream().mapToLong(value).sum();
    }

    /** An epoch without rows is due as well: its batches are complete only with a commit. */
    private boolean isOld(OpenCommit<R> epoch) {
        return !clock.instant().isBefore(epoch.since().plus(hasCommitted ? rotation.age() : firstAge()));
    }

    private Duration firstAge() {
        return rotation.age().compareTo(FIRST_AGE) < 0 ? rotation.age() : FIRST_AGE;
    }

    Commit commit() throws IOException {
        for (String origin : List.copyOf(open.keySet())) {
            seal(origin);
        }
        Commit commit = queue.putAll();
        hasCommitted |= commit.rows() > 0;
        return commit;
    }

    void clear() {
        open.clear();
        queue.clear();
    }
}
