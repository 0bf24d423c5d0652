package io.hashlake.lake.compaction;

import io.hashlake.lake.commit.WriteAheadRecord;
import io.hashlake.lake.store.ObjectStore;
import io.hashlake.lake.store.ObjectStore.StoredObject;
import io.hashlake.lake.store.Quarantine;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Puts new files in place of others so that at rest either all old ones stand or all new ones do, and a reader at work finds
 * no row missing. New files are staged where readers do not look; then the swap is put; then the new files get their names, the
 * old ones go, and the swap goes last. Whoever is killed before the swap stands has changed nothing, and after that everything
 * can be done once more. One process at a time may use a root.
 */
public final class Swaps {

    private static final Logger LOG = Logger.getLogger(Swaps.class);

    private final String root;
    private final ObjectStore store;
    private final Quarantine quarantine;
    private final Duration overlap;
    private final Effort effort;

    /**
     * @param root where it keeps staged files and swaps, ending in {@code /}
     * @param overlap how long new and old files stand side by side, for readers that are listing
     */
    public Swaps(String root, Quarantine quarantine, Duration overlap, Effort effort) {
        this.root = root;
        this.store = quarantine.store();
        this.quarantine = quarantine;
        this.overlap = overlap;
        this.effort = effort;
    }

    /** Returns the directory of staged files, ending in {@code /}. */
    public String staging() {
        return root + "staged/";
    }

    /**
     * Finishes what a process before this one has begun, and removes what it has staged in vain. Of a swap that is damaged
     * either all old files stand still or all new ones do, perhaps both.
     */
    public void recover() throws IOException {
        List<NamedSwap> begun = new ArrayList<>();
        for (StoredObject object : store.list(directory(root))) {
            Optional<Swap> swap = quarantine.read(object, Swap::parse);
            if (swap.isPresent()) {
                LOG.infof("Finishing the replacement of files that was begun with %s", object.key());
                begun.add(name(object.key(), swap.get()));
            }
        }
        finish(begun);
        effort.parallel().forEach(store.list(staging()), object -> store.delete(object.key()));
    }

    /**
     * Carries out a swap whose files are staged.
     *
     * @param ordinal that no other one has had
     * @return false if the table refused it, and the old files still stand
     */
    public boolean carryOut(long ordinal, Swap swap) throws IOException {
        NamedSwap named = begin(ordinal, swap);
        finish(List.of(named));
        return named.isReplaced();
    }

    /** The first half: after it, new and old files stand side by side until {@link #finish}, for the overlap at least. */
    NamedSwap begin(long ordinal, Swap swap) throws IOException {
        String key = directory(root) + WriteAheadRecord.ordinalName(ordinal) + ".json";
        store.put(key, swap.content());
        return name(key, swap);
    }

    /** Each step is over before the next one begins; each may be repeated. */
    private NamedSwap name(String key, Swap swap) throws IOException {
        effort.parallel().forEach(swap.staged(), file -> store.copy(file.from(), file.to()));
        return new NamedSwap(key, swap, effort.format().replace(swap));
    }

    private void finish(List<NamedSwap> swaps) throws IOException {
        if (swaps.stream().anyMatch(NamedSwap::needsOverlap)) {
            effort.pause().of(overlap);
        }
        for (NamedSwap swap : swaps) {
            finish(swap);
        }
    }

    /** The second half, once the overlap has passed. */
    void finish(NamedSwap named) throws IOException {
        effort.parallel().forEach(named.obsolete(), store::delete);
        store.delete(named.key());
        effort.parallel().forEach(named.swap().staged(), file -> store.delete(file.from()));
    }

    /**
     * Returns the keys of the files that swaps are about to add or to delete.
     *
     * @param root of the swaps
     */
    public static Set<String> keys(String root, Quarantine quarantine) throws IOException {
        Set<String> keys = new HashSet<>();
        for (StoredObject object : quarantine.store().list(directory(root))) {
            readIfThere(object, quarantine).ifPresent(swap -> {
                keys.addAll(swap.added());
                keys.addAll(swap.replaced());
            });
        }
        return keys;
    }

    /** A swap that goes meanwhile has been carried out. */
    private static Optional<Swap> readIfThere(StoredObject object, Quarantine quarantine) throws IOException {
        try {
            return quarantine.read(object, Swap::parse);
        } catch (IOException e) {
            if (quarantine.store().list(object.key()).isEmpty()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static String directory(String root) {
        return root + "swaps/";
    }
}
