package io.hashlake.x.json;

import io.hashlake.x.json.draft.UnreadableValue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jboss.logging.Logger;

/**
 * Counts the values that parsers of this process left out because they could not be read, and logs the first of each field per
 * source or file.
 */
public final class UnreadableValues implements ValueListener {

    /** Shared by all parsers of the process, as a logger is. */
    public static final UnreadableValues OF_PROCESS = new UnreadableValues();

    private static final Logger LOG = Logger.getLogger(UnreadableValues.class);
    private static final int MAX_REMEMBERED = 10_000;

    private final Set<String> told = ConcurrentHashMap.newKeySet();
    private final LongAdder count = new LongAdder();

    UnreadableValues() {}

    /** Number of values since the start. */
    public long count() {
        return count.sum();
    }

    @Override
    public void unreadable(String origin, UnreadableValue value) {
        count.add(value.count());
        if (isNew(origin + ' ' + value.field())) {
            LOG.warnf(
                    "Source %s: unreadable value left out, its post is kept: %s. Further ones of %s are only counted.",
                    origin, value.example(), value.field());
        }
    }

    boolean isNew(String key) {
        if (told.size() >= MAX_REMEMBERED) {
            told.clear();
        }
        return told.add(key);
    }
}
