package io.hashlake.lake.compaction;

import io.hashlake.core.Cursors;
import io.hashlake.lake.commit.StandingFiles;
import io.hashlake.lake.commit.TweetFile;
import io.hashlake.lake.compaction.CompactionCandidates.Candidate;
import io.hashlake.lake.compaction.CompactionReport.Files;
import io.hashlake.lake.parquet.FileSummary;
import io.hashlake.lake.parquet.TableEncoder;
import io.hashlake.lake.parquet.TableReader;
import io.hashlake.lake.parquet.TweetSchema;
import io.hashlake.lake.parquet.ZstdCodecs;
import io.hashlake.lake.store.Damage;
import io.hashlake.lake.store.DamageListener;
import io.hashlake.lake.store.DamagedFileException;
import io.hashlake.lake.store.ObjectStore;
import io.hashlake.lake.store.Quarantine;
import io.hashlake.lake.store.StoreThreads;
import io.hashlake.thread.Pause;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Rewrites partitions with many small files to few large ones, with one row a post: its newest observation. Sinks and readers
 * may be at work, and it may be killed at any moment: {@code docs/lake.md} walks through every step.
 */
public final class Compactor implements AutoCloseable {

    /** Directory of its lease, its staged files and its swaps; whoever rewrites files of posts shares them. */
    public static final String ROOT = "_hashlake/compaction/";

    private final ObjectStore store;
    private final Quarantine quarantine;
    private final CompactionConfig config;
    private final Clock clock;
    private final ZstdCodecs codecs = new ZstdCodecs();
    private final TableEncoder<Object[]> encoder = new TableEncoder<>(TweetSchema.TABLE.stored(), codecs);
    private final CompactionCandidates candidates;
    private final PartitionCompaction partitions;
    private final TableFormat format;
    private final Pause pause;
    private final Swaps swaps;
    private long lastRun;

    /** Over a store whose damage is logged and nothing else. */
    public Compactor(ObjectStore store, CompactionConfig config, Cursors cursors, Clock clock) {
        this(new Quarantine(store, DamageListener.NONE), config, cursors, clock);
    }

    /** @param cursors those of the origins that the sinks of this lake write; where one is missing, its last files wait a week */
    public Compactor(Quarantine quarantine, CompactionConfig config, Cursors cursors, Clock clock) {
        this(
                quarantine,
                Effort.usual(new StoreThreads(quarantine.store().parallelism()), TableFormat.DIRECTORIES),
                config,
                cursors,
                clock);
    }

    public Compactor(Quarantine quarantine, Effort effort, CompactionConfig config, Cursors cursors, Clock clock) {
        this.store = quarantine.store();
        this.quarantine = quarantine;
        this.config = config;
        this.clock = clock;
        this.candidates = new CompactionCandidates(store, new StandingFiles(quarantine, cursors, clock), config, clock);
        this.format = effort.format();
        this.pause = effort.pause();
        this.partitions =
                new PartitionCompaction(new TableReader(store, codecs), effort.parallel(), effort.rowsInMemory());
        this.swaps = new Swaps(ROOT, quarantine, config.overlap(), effort);
    }

    /**
     * Finishes what a process before this one has begun, then compacts every partition that is worth it. One that cannot be
     * compacted stands as it stood, and is tried again the next time.
     *
     * @return empty if another process is at it
     * @throws IOException if the store cannot be reached; call again
     */
    public Optional<CompactionReport> run() throws IOException {
        store.open();
        Optional<Lease> lease = Lease.take(ROOT + "lease/", store, clock);
        if (lease.isEmpty()) {
            return Optional.empty();
        }
        try {
            swaps.recover();
            return Optional.of(compact(candidates.find(format.replaceable()), lease.get()));
        } finally {
            lease.get().release();
        }
    }

    /** Old files of one partition stand on while the next ones are compacted, so that the overlap is waited for once. */
    private CompactionReport compact(List<Candidate> due, Lease lease) throws IOException {
        OpenSwaps open = new OpenSwaps(swaps, lease, config.overlap(), clock);
        for (Candidate partition : due) {
            lease.keep();
            attempt(partition, open, lease);
            open.finishDue();
        }
        return open.finishAll(pause);
    }

    private void attempt(Candidate partition, OpenSwaps open, Lease lease) {
        try {
            compact(partition, open, lease);
        } catch (DamagedFileException e) {
            attemptWithout(e.damage(), partition, open, lease);
        } catch (IOException | RuntimeException e) {
            open.failed(partition.directory(), e);
        }
    }

    private void attemptWithout(Damage damage, Candidate partition, OpenSwaps open, Lease lease) {
        try {
            quarantine.setAside(damage);
            attempt(partition.without(damage.key()), open, lease);
        } catch (IOException e) {
            open.failed(partition.directory(), e);
        }
    }

    private void compact(Candidate partition, OpenSwaps open, Lease lease) throws IOException {
        List<FileSummary> inputs = partitions.inputs(partition);
        if (inputs.isEmpty()) {
            return;
        }
        long run = nextRun();
        StagedFiles<Object[]> output =
                new StagedFiles<>(swaps.staging() + run + "-", store, encoder, config.targetSize(), lease);
        partitions.write(inputs, output);
        lease.keep();
        NamedSwap swap = swaps.begin(run, new Swap(output.named(name(partition, run)), keys(inputs)));
        Files after = new Files(output.count(), output.rows(), output.bytes());
        open.add(partition.directory(), swap, new CompactionReport(1, 0, files(inputs), after));
    }

    /** Grows, so that no name comes twice. */
    private long nextRun() {
        lastRun = Math.max(lastRun + 1, clock.millis());
        return lastRun;
    }

    /** Returns names that sort after the replaced ones: a reader that lists in order finds the one or the other. */
    private static String name(Candidate partition, long run) {
        long newest = Math.max(newest(partition.fragments()), newest(partition.full()));
        return TweetFile.compactedName(partition.directory(), newest, run);
    }

    private static long newest(List<TweetFile> files) {
        return files.stream().mapToLong(TweetFile::ordinal).max().orElse(0);
    }

    private static List<String> keys(List<FileSummary> inputs) {
        return inputs.stream().map(input -> input.file().key()).toList();
    }

    private static Files files(List<FileSummary> inputs) {
        return new Files(
                inputs.size(),
                inputs.stream().mapToLong(FileSummary::rows).sum(),
                inputs.stream().mapToLong(input -> input.file().size()).sum());
    }

    @Override
    public void close() {
        codecs.close();
    }
}
