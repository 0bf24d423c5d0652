package io.hashlake.pipeline.erasure;

import io.hashlake.core.erasure.Clearable;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that a deployment has put anywhere.
 *
 * @param stores what would bring something back first, the warehouse with the cursors last
 */
public record Everything(List<Clearable> stores) {

    public Everything {
        stores = List.copyOf(stores);
    }

    /** Returns what there is, by store; those that hold nothing are left out. */
    public Map<String, String> contents() throws IOException {
        Map<String, String> contents = new LinkedHashMap<>();
        for (Clearable store : stores) {
            String held = store.contents();
            if (!held.isEmpty()) {
                contents.put(store.store(), held);
            }
        }
        return contents;
    }

    /** Removes it; when it was cut short, it is to be called again. */
    public void erase() throws IOException {
        for (Clearable store : stores) {
            store.eraseAll();
        }
    }
}
