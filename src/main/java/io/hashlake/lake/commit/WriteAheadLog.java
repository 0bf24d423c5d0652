package io.hashlake.lake.commit;

import io.hashlake.core.Position;
import io.hashlake.lake.store.KeyName;
import io.hashlake.lake.store.ObjectStore;
import io.hashlake.lake.store.ObjectStore.StoredObject;
import io.hashlake.lake.store.Parallel;
import io.hashlake.lake.store.Quarantine;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The intents that stand in the store. Where one of another process is taken back, a record of that is put first: if that
 * process only stood still, it finds it before it believes that its files are there. The record's files are deleted again whenever
 * the origin's intents are read, for a day.
 */
final class WriteAheadLog {

    private static final String STANDING = ".json";
    private static final String WITHDRAWN = ".withdrawn";
    private static final Duration REMEMBERED = Duration.ofDays(1);

    private final String root;
    private final ObjectStore store;
    private final Quarantine quarantine;
    private final Parallel parallel;
    private final Clock clock;
    private final Map<String, List<WriteAheadRecord>> standing = new ConcurrentHashMap<>();
    private final Set<WriteAheadRecord> own = ConcurrentHashMap.newKeySet();
    private long lastOrdinal;

    /** @param root where the intents of one sink stand, ending in {@code /} */
    WriteAheadLog(String root, Quarantine quarantine, Parallel parallel, Clock clock) {
        this.root = root;
        this.store = quarantine.store();
        this.quarantine = quarantine;
        this.parallel = parallel;
        this.clock = clock;
    }

    /** The time in milliseconds, or a little more where needed to grow: no name comes twice, not after a restart either. */
    long nextOrdinal() {
        lastOrdinal = Math.max(lastOrdinal + 1, clock.millis());
        return lastOrdinal;
    }

    /**
     * Reads what stands for the origin, in the order of the ordinals. The files of a damaged intent stay: what comes again of
     * them is dropped by the windows, while files that the cursor has passed would not come again.
     */
    List<WriteAheadRecord> load(String origin) throws IOException {
        List<WriteAheadRecord> intents = new ArrayList<>();
        for (StoredObject object : store.list(directory(origin))) {
            Optional<WriteAheadRecord> intent = quarantine.read(object, content -> parse(object.key(), content));
            if (intent.isPresent() && isStanding(object)) {
                intents.add(intent.get());
            } else if (intent.isPresent()) {
                sweep(intent.get());
            }
            intent.ifPresent(read -> lastOrdinal = Math.max(lastOrdinal, read.ordinal()));
        }
        standing.put(origin, intents);
        return List.copyOf(intents);
    }

    /** Returns whether the object is a write-ahead record that is in force. */
    static boolean isStanding(StoredObject object) {
        return object.key().endsWith(STANDING);
    }

    private void sweep(WriteAheadRecord withdrawn) throws IOException {
        parallel.forEach(withdrawn.keys(), store::delete);
        if (withdrawn.ordinal() < clock.instant().minus(REMEMBERED).toEpochMilli()) {
            store.delete(key(withdrawn, WITHDRAWN));
        }
    }

    /** An intent that stands under the key of another one is damaged too. */
    private WriteAheadRecord parse(String key, byte[] content) throws IOException {
        WriteAheadRecord intent = WriteAheadRecord.parse(content);
        if (!key.equals(key(intent, STANDING)) && !key.equals(key(intent, WITHDRAWN))) {
            throw new IOException(key + " holds another intent");
        }
        return intent;
    }

    /** Puts the intent, at the same time as others only if they are of other origins; those before it that the cursor has passed are no longer needed and go first. */
    void put(WriteAheadRecord intent) throws IOException {
        List<WriteAheadRecord> intents = standing.computeIfAbsent(intent.origin(), origin -> new ArrayList<>());
        for (WriteAheadRecord passed : List.copyOf(intents.subList(0, passed(intents, intent)))) {
            store.delete(key(passed, STANDING));
            intents.remove(passed);
            own.remove(passed);
        }
        own.add(intent);
        store.put(key(intent, STANDING), intent.content());
        intents.add(intent);
    }

    private static int passed(List<WriteAheadRecord> intents, WriteAheadRecord next) {
        if (next.cursor().isEmpty()) {
            return 0;
        }
        String cursor = next.cursor().get();
        return Position.areSame(next.start(), cursor) ? intents.size() : passed(intents, cursor);
    }

    /** Returns how many of an origin's write-ahead records, in their order, the cursor is known to have passed. */
    static int passed(List<WriteAheadRecord> intents, String cursor) {
        for (int i = intents.size() - 1; i >= 0; i--) {
            if (Position.areSame(intents.get(i).end(), cursor)) {
                return i + 1;
            }
        }
        return 0;
    }

    /** Takes back what the intent announced; the intent goes last, so that this can be cut short and begun again. */
    void takeBack(WriteAheadRecord intent) throws IOException {
        if (!own.contains(intent)) {
            store.put(key(intent, WITHDRAWN), intent.content());
        }
        remove(intent);
    }

    private void remove(WriteAheadRecord intent) throws IOException {
        parallel.forEach(intent.keys(), store::delete);
        store.delete(key(intent, STANDING));
        standing.get(intent.origin()).remove(intent);
        own.remove(intent);
    }

    /**
     * Leaves an intent to the process that writes its origin now: whatever of its files that one has found it takes back or
     * keeps. What it has taken back is removed, for files may have come after that.
     *
     * @param hasFiles whether some may have been put
     */
    void abandon(WriteAheadRecord intent, boolean hasFiles) throws IOException {
        if (!hasFiles || !store.list(key(intent, WITHDRAWN)).isEmpty()) {
            remove(intent);
        }
    }

    /** Returns the directory of an origin's write-ahead records, which lists them in the order of their ordinals. */
    private String directory(String origin) {
        return root + KeyName.of(origin) + "/";
    }

    private String key(WriteAheadRecord intent, String kind) {
        return directory(intent.origin()) + WriteAheadRecord.ordinalName(intent.ordinal()) + kind;
    }
}
