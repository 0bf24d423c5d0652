package io.hashlake.lake;

import io.hashlake.lake.ObjectStore.StoredObject;
import io.hashlake.tweet.Cursors;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The files that a sink may still take back: those of intents that the cursor is not known to have passed. */
final class StandingFiles {

    private final ObjectStore store;
    private final Cursors cursors;

    StandingFiles(ObjectStore store, Cursors cursors) {
        this.store = store;
        this.cursors = cursors;
    }

    Set<String> keys() throws IOException {
        Map<String, List<Intent>> origins = new LinkedHashMap<>();
        for (StoredObject object : store.list(LakeSink.INTENTS)) {
            read(object).ifPresent(intent -> origins.computeIfAbsent(intent.origin(), absent -> new ArrayList<>())
                    .add(intent));
        }
        Set<String> keys = new HashSet<>();
        for (Map.Entry<String, List<Intent>> origin : origins.entrySet()) {
            List<Intent> intents = origin.getValue();
            int passed = cursors.position(origin.getKey())
                    .map(cursor -> Intents.passed(intents, cursor))
                    .orElse(0);
            intents.subList(passed, intents.size()).forEach(intent -> keys.addAll(intent.keys()));
        }
        return keys;
    }

    /** An intent that goes meanwhile was passed, or what it announced is gone. */
    private Optional<Intent> read(StoredObject object) throws IOException {
        try {
            return Optional.of(Intent.parse(store.read(object.key(), 0, Math.toIntExact(object.size()))));
        } catch (IOException e) {
            if (store.list(object.key()).isEmpty()) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
