package io.hashlake.lake.commit;

import io.hashlake.core.Cursors;
import io.hashlake.lake.store.ObjectStore;
import io.hashlake.lake.store.ObjectStore.StoredObject;
import io.hashlake.lake.store.Quarantine;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The files that a sink may still take back: those of intents that the cursor is not known to have passed. It is known where it
 * stands at the end of one. It is not where it has gone on without a commit of the lake, or where only Kafka has it; the sink
 * then removes the intent with its next commit, for which an origin that has fallen silent would wait for ever.
 */
public final class StandingFiles {

    /**
     * An intent that has stood for so long is passed: neither X's search nor Kafka, as it is set up, goes back further. If a sink
     * takes it back after all, its posts come again, and stand twice until they are compacted again.
     */
    private static final Duration LONGEST = Duration.ofDays(7);

    private final ObjectStore store;
    private final Quarantine quarantine;
    private final Cursors cursors;
    private final Clock clock;

    public StandingFiles(Quarantine quarantine, Cursors cursors, Clock clock) {
        this.store = quarantine.store();
        this.quarantine = quarantine;
        this.cursors = cursors;
        this.clock = clock;
    }

    /** Returns the keys of these files, and of those that were taken back and may still arrive from a process that stood still. */
    public Set<String> keys() throws IOException {
        Map<String, List<WriteAheadRecord>> origins = new LinkedHashMap<>();
        Set<String> keys = new HashSet<>();
        for (StoredObject object : store.list(LakeSink.INTENTS)) {
            Optional<WriteAheadRecord> intent = read(object);
            if (WriteAheadLog.isStanding(object)) {
                intent.ifPresent(read -> origins.computeIfAbsent(read.origin(), absent -> new ArrayList<>())
                        .add(read));
            } else {
                intent.ifPresent(withdrawn -> keys.addAll(withdrawn.keys()));
            }
        }
        long forgotten = clock.instant().minus(LONGEST).toEpochMilli();
        for (Map.Entry<String, List<WriteAheadRecord>> origin : origins.entrySet()) {
            List<WriteAheadRecord> intents = origin.getValue();
            int passed = cursors.position(origin.getKey())
                    .map(cursor -> WriteAheadLog.passed(intents, cursor))
                    .orElse(0);
            intents.stream()
                    .skip(passed)
                    .filter(intent -> intent.ordinal() > forgotten)
                    .forEach(intent -> keys.addAll(intent.keys()));
        }
        return keys;
    }

    /** An intent that goes meanwhile was passed, or what it announced is gone. */
    private Optional<WriteAheadRecord> read(StoredObject object) throws IOException {
        try {
            return quarantine.read(object, WriteAheadRecord::parse);
        } catch (IOException e) {
            if (store.list(object.key()).isEmpty()) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
