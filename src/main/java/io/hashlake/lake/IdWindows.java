package io.hashlake.lake;

import io.hashlake.lake.ObjectStore.StoredObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * The recent ids of every partition that was written to lately. A partition that is not remembered is read back from its own
 * newest files, of which the id column is enough.
 */
final class IdWindows {

    private static final float LOAD_FACTOR = 0.75f;

    private final ObjectStore store;
    private final TweetReader reader;
    private final LakeSettings settings;
    private final Map<Partition, IdWindow> windows = new LinkedHashMap<>(16, LOAD_FACTOR, true);

    IdWindows(ObjectStore store, TweetReader reader, LakeSettings settings) {
        this.store = store;
        this.reader = reader;
        this.settings = settings;
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
        IdWindow window = new IdWindow(settings.window());
        List<long[]> files = newestFiles(partition);
        for (int i = files.size() - 1; i >= 0; i--) {
            LongStream.of(files.get(i)).forEach(window::add);
        }
        uncommitted.forEach(window::add);
        windows.put(partition, window);
    }

    /** The ids of as many files as fill a window, newest first. */
    private List<long[]> newestFiles(Partition partition) throws IOException {
        List<StoredObject> files = store.list(partition.path());
        List<long[]> ids = new ArrayList<>();
        int count = 0;
        for (int i = files.size() - 1; i >= 0 && count < settings.window(); i--) {
            if (DataFile.isName(files.get(i).key())) {
                long[] file = reader.ids(files.get(i)).toArray();
                ids.add(file);
                count += file.length;
            }
        }
        return ids;
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
        while (remembered > settings.rememberedIds() && oldest.hasNext()) {
            remembered -= oldest.next().size();
            oldest.remove();
        }
    }
}
