package io.hashlake.lake;

import io.hashlake.tweet.Cursors;
import io.hashlake.tweet.DeadLetters;
import io.hashlake.tweet.Sink;
import io.hashlake.tweet.Tweet;
import io.hashlake.tweet.TweetBatch;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Lands tweets as Parquet files, each tweet once in each of its partitions.
 *
 * <p>Rows wait in memory until {@link #commit}, which puts for every origin an intent and then its files. What a killed
 * process left behind is taken back when the origin is heard of again and is about to deliver the same rows: only then it
 * is certain that no other process is about to move the origin's cursor past them. {@code docs/lake.md} walks through
 * every step at which a process can be killed.
 *
 * <p>An origin must be written by one process at a time, and its cursor must move only after a commit that covers it.
 */
public final class LakeSink implements Sink {

    private final ObjectStore store;
    private final LakeSettings settings;
    private final Cursors cursors;
    private final DeadLetters deadLetters;
    private final Clock clock;

    private final ZstdCodecs codecs = new ZstdCodecs();
    private final IdWindows windows;
    private final CommitQueue queue;

    /** How far each origin has been written, committed or not. */
    private final Map<String, String> positions = new HashMap<>();

    private final Map<String, Epoch> epochs = new LinkedHashMap<>();

    /**
     * @param cursors the positions from which sources take up reading after a restart
     * @param deadLetters where tweets go that cannot be stored
     */
    public LakeSink(ObjectStore store, LakeSettings settings, Cursors cursors, DeadLetters deadLetters, Clock clock) {
        this.store = store;
        this.settings = settings;
        this.cursors = cursors;
        this.deadLetters = deadLetters;
        this.clock = clock;
        this.windows = new IdWindows(store, new TweetReader(store, codecs), settings);
        this.queue = new CommitQueue(store, new Intents(store, clock), new TweetEncoder(codecs), windows);
    }

    @Override
    public String name() {
        return "lake";
    }

    @Override
    public void open() throws IOException {
        store.open();
    }

    /** The other process wrote into the same partitions, so the recent ids of all of them are read back from their files. */
    @Override
    public void takeOver(Set<String> origins) {
        positions.keySet().removeAll(origins);
        windows.forgetAll();
    }

    @Override
    public void write(TweetBatch batch) throws IOException {
        Instant now = clock.instant();
        if (!batch.start().equals(positions.get(batch.origin()))) {
            resume(batch);
        }
        Rows rows = Rows.of(batch, now);
        loadWindows(rows);
        if (!rows.rejected().isEmpty()) {
            deadLetters.add(rows.rejected());
        }
        take(batch, rows, now);
    }

    /** Nothing in here can fail: the batch is taken as a whole. */
    private void take(TweetBatch batch, Rows rows, Instant now) {
        Epoch epoch = epochs.computeIfAbsent(batch.origin(), origin -> new Epoch(batch, now));
        epoch.extend(batch);
        for (Rows.Row row : rows.stored()) {
            List<Partition> missing = row.partitions().stream()
                    .filter(partition -> windows.add(partition, row.tweet().id()))
                    .toList();
            epoch.add(row.tweet(), missing);
            epoch.addDuplicates(row.partitions().size() - missing.size());
        }
        positions.put(batch.origin(), batch.end());
        windows.trim();
    }

    private void loadWindows(Rows rows) throws IOException {
        for (Rows.Row row : rows.stored()) {
            for (Partition partition : row.partitions()) {
                if (!windows.isLoaded(partition)) {
                    windows.load(partition, uncommittedIds(partition));
                }
            }
        }
    }

    private LongStream uncommittedIds(Partition partition) {
        Stream<Tweet> open = epochs.values().stream().flatMap(epoch -> epoch.tweets(partition));
        return Stream.concat(queue.tweets(partition), open).mapToLong(Tweet::id);
    }

    /**
     * The origin does not go on where it ended: it is new to this process, or reads something again. What it is about to
     * deliver again is taken back first.
     */
    private void resume(TweetBatch batch) throws IOException {
        String origin = batch.origin();
        seal(origin);
        boolean isNew = !positions.containsKey(origin);
        queue.takeBackRepeated(origin, new Resumption(batch.start(), cursors.position(origin), isNew));
    }

    /** The epoch takes no more rows. */
    private void seal(String origin) throws IOException {
        Epoch epoch = epochs.get(origin);
        if (epoch == null) {
            return;
        }
        if (epoch.rowCount() == 0) {
            queue.addDuplicates(epoch.duplicates());
        } else {
            queue.add(epoch, cursors.position(origin));
        }
        epochs.remove(origin);
    }

    @Override
    public boolean isCommitDue() {
        return !queue.isEmpty()
                || sum(Epoch::rowCount) >= settings.rotationRows()
                || sum(Epoch::bytes) >= settings.rotationBytes()
                || epochs.values().stream().anyMatch(this::isOld);
    }

    private long sum(ToLongFunction<Epoch> value) {
        return epochs.values().stream().mapToLong(value).sum();
    }

    private boolean isOld(Epoch epoch) {
        return epoch.rowCount() > 0 && !clock.instant().isBefore(epoch.since().plus(settings.rotationAge()));
    }

    @Override
    public Commit commit() throws IOException {
        for (String origin : List.copyOf(epochs.keySet())) {
            seal(origin);
        }
        return queue.putAll();
    }

    @Override
    public void close() {
        epochs.clear();
        queue.clear();
        codecs.close();
    }
}
