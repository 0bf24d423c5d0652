package io.hashlake.lake.commit;

import io.hashlake.lake.store.MemoryObjectStore;
import java.util.Map;

/** What outlives a process: the lake and the cursors, as they stood at one moment. */
record Remains(Map<String, byte[]> objects, Map<String, String> cursors) {

    static Remains of(MemoryObjectStore store, MemoryCursors cursors) {
        return new Remains(Map.copyOf(store.objects), Map.copyOf(cursors.positions));
    }

    void bringBack(MemoryObjectStore store, MemoryCursors cursors) {
        store.objects.clear();
        store.objects.putAll(objects);
        cursors.positions.clear();
        cursors.positions.putAll(this.cursors);
    }
}
