package io.hashlake.lake.commit;

import io.hashlake.lake.parquet.TableReader;
import io.hashlake.lake.store.DamagedFileException;
import io.hashlake.lake.store.ObjectStore;
import io.hashlake.lake.store.ObjectStore.StoredObject;
import io.hashlake.lake.store.Parallel;
import io.hashlake.lake.store.Partition;
import io.hashlake.lake.store.Quarantine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;

/**
 * The recent ids of every partition that was written to lately. A partition that is not remembered is read back from its own
 * newest files, of which the id column is enough.
 */
final class IdWindows {

    private static final float LOAD_FACTOR = 0.75f;

    /** Number of files read per partition: with many small ones they may not fill the window. */
    private static final int MAX_FILES = 1_000;

    private static final int MAX_AT_ONCE = 32;

    private final ObjectStore store;
    private final Quarantine quarantine;
    private final Parallel parallel;
    private final TableReader reader;
    private final LakeConfig config;
    private final Map<Partition, IdWindow> windows = new LinkedHashMap<>(16, LOAD_FACTOR, true);

    IdWindows(Quarantine quarantine, Parallel parallel, TableReader reader, LakeConfig config) {
        this.store = quarantine.store();
        this.quarantine = quarantine;
        this.parallel = parallel;
        this.reader = reader;
        this.config = config;
    }

    boolean isLoaded(Partition partition) {
        return windows.containsKey(partition);
    }

    /**
     * Reads the partition's ids back.
     *
     * @param uncommitted ids of the partition that are in no file yet
     */
    void load(Partition partition, LongStream uncommitted) throws IOException {
        IdWindow window = new IdWindow(config.window());
        List<long[]> files = stillThere(partition);
        for (int i = files.size() - 1; i >= 0; i--) {
            LongStream.of(files.get(i)).forEach(window::add);
        }
        uncommitted.forEach(window::add);
        windows.put(partition, window);
    }

    /** A compaction may replace files while they are read: then the new ones are. */
    private List<long[]> stillThere(Partition partition) throws IOException {
        List<StoredObject> listed = newestFiles(partition);
        try {
            return newestFirst(listed);
        } catch (IOException e) {
            if (newestFiles(partition).containsAll(listed)) {
                throw e;
            }
            return stillThere(partition);
        }
    }

    /** The ids of as many files as fill a window: one file, and more and more at once where that is not enough. */
    private List<long[]> newestFirst(List<StoredObject> files) throws IOException {
        List<long[]> ids = new ArrayList<>();
        long count = 0;
        int next = 1;
        for (int from = 0; from < files.size() && count < config.window(); from = ids.size()) {
            List<long[]> read = readAll(files.subList(from, Math.min(files.size(), from + next)));
            count += read.stream().mapToLong(file -> file.length).sum();
            ids.addAll(read);
            next = Math.min(MAX_AT_ONCE, 2 * next);
        }
        return ids;
    }

    private List<StoredObject> newestFiles(Partition partition) throws IOException {
        List<StoredObject> files = new ArrayList<>(store.list(partition.path()));
        files.removeIf(file -> !DataFile.isName(file.key()) || quarantine.holds(file.key()));
        Collections.reverse(files);
        return files.subList(0, Math.min(MAX_FILES, files.size()));
    }

    private List<long[]> readAll(List<StoredObject> files) throws IOException {
        Map<StoredObject, long[]> ids = new ConcurrentHashMap<>();
        parallel.forEach(files, file -> ids.put(file, ids(file)));
        return files.stream().map(ids::get).toList();
    }

    /** Returns no ids of a damaged file: its posts may be written once more, but nothing is held up. */
    private long[] ids(StoredObject file) throws IOException {
        try {
            return reader.ids(file);
        } catch (DamagedFileException e) {
            if (TweetFile.of(file).isPresent()) {
                quarantine.setAside(e.damage());
            } else {
                quarantine.ignore(e.damage());
            }
            return new long[0];
        }
    }

    /** Remembers the id in a loaded partition; false if it was remembered already. */
    boolean add(Partition partition, long id) {
        return windows.get(partition).add(id);
    }

    /** Forgets partitions whose files have changed. */
    void forget(Set<String> paths) {
        windows.keySet().removeIf(partition -> paths.contains(partition.path()));
    }

    /** Forgets all partitions. */
    void forgetAll() {
        windows.clear();
    }

    /** Forgets the partitions that were not written to for the longest time, until the bound is kept. */
    void trim() {
        long remembered = windows.values().stream().mapToLong(IdWindow::size).sum();
        Iterator<IdWindow> oldest = windows.values().iterator();
        while (remembered > config.rememberedIds() && oldest.hasNext()) {
            remembered -= oldest.next().size();
            oldest.remove();
        }
    }
}
