package io.hashlake.pipeline.job;

import io.hashlake.core.AgedStore;
import io.hashlake.core.Quantity;
import io.hashlake.observability.Meters;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/** Drops what is old from the stores for which an age is configured, and counts it. */
public final class RetentionJob {

    private static final Logger LOG = Logger.getLogger(RetentionJob.class);

    private final Map<AgedStore, Duration> ages;
    private final Meters meters;
    private final Clock clock;

    /** @param ages from which each store drops, in the order in which that is done */
    public RetentionJob(Map<AgedStore, Duration> ages, Meters meters, Clock clock) {
        this.ages = ages;
        this.meters = meters;
        this.clock = clock;
    }

    /**
     * Goes through every store, also where one of them is unavailable.
     *
     * @return what it did, for a person to read
     * @throws IOException if a store was unavailable; the next run continues
     */
    public String run() throws IOException {
        List<String> dropped = new ArrayList<>();
        IOException failure = null;
        for (Map.Entry<AgedStore, Duration> entry : ages.entrySet()) {
            AgedStore store = entry.getKey();
            try {
                dropped.add(drop(store, clock.instant().minus(entry.getValue())));
            } catch (IOException e) {
                LOG.warnf(
                        "Store %s cannot drop what is old; retrying in the next run: %s",
                        store.store(), e.getMessage());
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
        return dropped.isEmpty() ? "nothing: no retention is configured" : String.join(", ", dropped) + " dropped";
    }

    private String drop(AgedStore store, Instant before) throws IOException {
        long count = store.drop(before);
        meters.dropped(store.store(), count);
        Quantity dropped = new Quantity(count, store.unit());
        if (count > 0) {
            LOG.infof("Dropped %s older than %s from store %s", dropped, before, store.store());
        }
        return dropped + " of store " + store.store();
    }
}
