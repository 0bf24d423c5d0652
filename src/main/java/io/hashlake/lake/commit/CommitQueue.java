package io.hashlake.lake.commit;

import io.hashlake.core.Sink.Commit;
import io.hashlake.core.SourceLeases;
import io.hashlake.lake.parquet.BufferedRow;
import io.hashlake.lake.parquet.TableEncoder;
import io.hashlake.lake.store.Directory;
import io.hashlake.lake.store.ObjectStore;
import io.hashlake.lake.store.Parallel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Commits on their way into the store, and the rollback of those that arrived there. */
final class CommitQueue {

    private static final Logger LOG = Logger.getLogger(CommitQueue.class);

    private final ObjectStore store;
    private final Parallel parallel;
    private final WriteAheadLog intents;
    private final TableEncoder<BufferedRow> encoder;
    private final SourceLeases leases;
    private final List<PendingCommit> pending = new ArrayList<>();
    private Commit done = Commit.NOTHING;

    CommitQueue(
            ObjectStore store,
            Parallel parallel,
            WriteAheadLog intents,
            TableEncoder<BufferedRow> encoder,
            SourceLeases leases) {
        this.store = store;
        this.parallel = parallel;
        this.intents = intents;
        this.encoder = encoder;
        this.leases = leases;
    }

    boolean isEmpty() {
        return pending.isEmpty();
    }

    void clear() {
        pending.clear();
    }

    /** @param cursor where the origin's cursor stands */
    void add(OpenCommit<?> epoch, Optional<String> cursor) {
        pending.add(new PendingCommit(epoch, intents.nextOrdinal(), cursor));
    }

    /** Counts what needs no file. */
    void addCounts(Commit counts) {
        done = done.plus(counts);
    }

    /**
     * Puts everything that waits: of each origin one commit after the other, of all origins together as much at once as the
     * store takes.
     *
     * @return what has been put since this returned last
     * @throws IOException if something could not be put; call again, what was put is not put again
     */
    Commit putAll() throws IOException {
        while (!pending.isEmpty()) {
            put(firstOfEachOrigin());
        }
        Commit result = done;
        done = Commit.NOTHING;
        return result;
    }

    private List<PendingCommit> firstOfEachOrigin() {
        Map<String, PendingCommit> first = new LinkedHashMap<>();
        pending.forEach(commit -> first.putIfAbsent(commit.intent().origin(), commit));
        return List.copyOf(first.values());
    }

    /** All intents stand before the first file is put; and the leases were held until the last one was there. */
    private void put(List<PendingCommit> commits) throws IOException {
        ensureHeld(commits);
        parallel.forEach(commits, commit -> commit.announce(intents));
        parallel.forEach(commits.stream().flatMap(PendingCommit::left).toList(), this::put);
        ensureHeld(commits);
        commits.forEach(commit -> done = done.plus(commit.result()));
        pending.removeAll(commits);
    }

    private void put(PendingCommit.Left left) throws IOException {
        leases.ensureHeld(left.origin());
        left.put(store, encoder);
    }

    private void ensureHeld(List<PendingCommit> commits) throws IOException {
        for (PendingCommit commit : commits) {
            leases.ensureHeld(commit.intent().origin());
        }
    }

    /** Forgets what waits of these origins, and leaves the rest to the process that writes them now. */
    void abandon(Set<String> origins) throws IOException {
        for (PendingCommit commit : List.copyOf(pending)) {
            if (origins.contains(commit.intent().origin())) {
                commit.abandon(intents);
                pending.remove(commit);
            }
        }
    }

    /** Rows of the directory that are not in the store yet. */
    Stream<BufferedRow> rows(Directory directory) {
        return pending.stream().flatMap(commit -> commit.rows(directory));
    }

    /**
     * Rolls back the commits that the origin is about to deliver again, newest first.
     *
     * @param changing receives the paths of the files to be deleted, before they are
     */
    void takeBackRepeated(String origin, Resumption resumption, Consumer<Set<String>> changing) throws IOException {
        Stream<WriteAheadRecord> waiting = pending.stream()
                .map(PendingCommit::intent)
                .filter(intent -> intent.origin().equals(origin));
        List<WriteAheadRecord> all = Stream.concat(intents.load(origin).stream(), waiting)
                .distinct()
                .sorted(Comparator.comparing(WriteAheadRecord::ordinal))
                .toList();
        List<WriteAheadRecord> repeated = resumption.repeated(all);
        for (int i = repeated.size() - 1; i >= 0; i--) {
            takeBack(repeated.get(i), changing);
        }
    }

    /** The store comes last: where it fails, the intent still stands there and this is begun again. */
    private void takeBack(WriteAheadRecord intent, Consumer<Set<String>> changing) throws IOException {
        leases.ensureHeld(intent.origin());
        LOG.infof(
                "%s resumes before %s: deleting %d files that its cursor had not passed",
                intent.origin(), intent.end(), intent.keys().size());
        pending.removeIf(commit -> commit.intent().equals(intent));
        changing.accept(intent.keys().stream()
                .map(key -> key.substring(0, key.lastIndexOf('/') + 1))
                .collect(Collectors.toSet()));
        intents.takeBack(intent);
    }
}
