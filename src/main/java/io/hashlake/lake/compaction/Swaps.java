package io.hashlake.lake.compaction;

import io.hashlake.lake.commit.WriteAheadRecord;
import io.hashlake.lake.store.ObjectStore;
import io.hashlake.lake.store.ObjectStore.StoredObject;
import io.hashlake.lake.store.Parallel;
import io.hashlake.lake.store.Quarantine;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
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
    private final Parallel parallel;
    private final Duration overlap;
    private final Pause pause;

    /**
     * @param root where it keeps staged files and swaps, ending in {@code /}
     * @param overlap how long new and old files stand side by side, for readers that are listing
     */
    public Swaps(String root, Quarantine quarantine, Parallel parallel, Duration overlap, Pause pause) {
        this.root = root;
        this.store = quarantine.store();
        this.quarantine = quarantine;
        this.parallel = parallel;
        this.overlap = overlap;
        this.pause = pause;
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
        for (StoredObject object : store.list(directory())) {
            Optional<Swap> swap = quarantine.read(object, Swap::parse);
            if (swap.isPresent()) {
                LOG.infof("Finishing the replacement of files that was begun with %s", object.key());
                finish(object.key(), swap.get());
            }
        }
        parallel.forEach(store.list(staging()), object -> store.delete(object.key()));
    }

    /**
     * Carries out a swap whose files are staged.
     *
     * @param ordinal that no other one has had
     */
    public void carryOut(long ordinal, Swap swap) throws IOException {
        String key = directory() + WriteAheadRecord.ordinalName(ordinal) + ".json";
        store.put(key, swap.content());
        finish(key, swap);
        parallel.forEach(swap.staged(), file -> store.delete(file.from()));
    }

    /** Each step is over before the next one begins; each may be repeated. */
    private void finish(String key, Swap swap) throws IOException {
        parallel.forEach(swap.staged(), file -> store.copy(file.from(), file.to()));
        if (!swap.staged().isEmpty() && !swap.replaced().isEmpty()) {
            pause.of(overlap);
        }
        parallel.forEach(swap.replaced(), store::delete);
        store.delete(key);
    }

    private String directory() {
        return root + "swaps/";
    }
}
