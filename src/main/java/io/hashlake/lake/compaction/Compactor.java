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
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Rewrites partitions with many small files to few large ones, with one row a post: its newest observation. Sinks and readers
 * may be at work, and it may be killed at any moment: {@code docs/lake.md} walks through every step.
 */
public final class Compactor implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Compactor.class);
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
            CompactionReport report = CompactionReport.NOTHING;
            for (Candidate partition : candidates.find(format.replaceable())) {
                lease.get().keep();
                report = report.plus(attempt(partition, lease.get()));
            }
            return Optional.of(report);
        } finally {
            lease.get().release();
        }
    }

    private CompactionReport attempt(Candidate partition, Lease lease) {
        try {
            return compact(partition, lease);
        } catch (DamagedFileException e) {
            return attemptWithout(e.damage(), partition, lease);
        } catch (IOException | RuntimeException e) {
            LOG.warnf("Compaction of %s failed; retrying in the next run: %s", partition.directory(), reason(e));
            LOG.debugf(e, "%s", partition.directory());
            return CompactionReport.FAILURE;
        }
    }

    private CompactionReport attemptWithout(Damage damage, Candidate partition, Lease lease) {
        try {
            quarantine.setAside(damage);
            return attempt(partition.without(damage.key()), lease);
        } catch (IOException e) {
            LOG.warnf("Compaction of %s failed; retrying in the next run: %s", partition.directory(), reason(e));
            return CompactionReport.FAILURE;
        }
    }

    private static String reason(Exception e) {
        return e instanceof IOException ? e.getMessage() : e.toString();
    }

    private CompactionReport compact(Candidate partition, Lease lease) throws IOException {
        List<FileSummary> inputs = partitions.inputs(partition);
        if (inputs.isEmpty()) {
            return CompactionReport.NOTHING;
        }
        long run = nextRun();
        StagedFiles<Object[]> output =
                new StagedFiles<>(swaps.staging() + run + "-", store, encoder, config.targetSize(), lease);
        partitions.write(inputs, output);
        lease.keep();
        if (!swaps.carryOut(run, new Swap(output.named(name(partition, run)), keys(inputs)))) {
            throw new IOException("another program has changed the table meanwhile");
        }
        return new CompactionReport(1, 0, files(inputs), new Files(output.count(), output.rows(), output.bytes()));
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
