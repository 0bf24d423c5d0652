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

    public Set<String> keys() throws IOException {
        Map<String, List<WriteAheadRecord>> origins = new LinkedHashMap<>();
        for (StoredObject object : store.list(LakeSink.INTENTS).stream()
                .filter(WriteAheadLog::isStanding)
                .toList()) {
            read(object).ifPresent(intent -> origins.computeIfAbsent(intent.origin(), absent -> new ArrayList<>())
                    .add(intent));
        }
        long forgotten = clock.instant().minus(LONGEST).toEpochMilli();
        Set<String> keys = new HashSet<>();
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
