package io.hashlake.pipeline.erasure;

import io.hashlake.core.Quantity;
import io.hashlake.core.erasure.Erasure;
import io.hashlake.warehouse.erasure.ErasureLedger;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Carries out the erasures that are due: each once as soon as possible, and once more later for what was on its way to a store
 * when its tombstones were set. An erasure that is cut short is due again.
 */
public final class Eraser {

    private static final Logger LOG = Logger.getLogger(Eraser.class);

    private final ErasureLedger ledger;
    private final List<Erasure> stores;
    private final Duration settle;

    /** @param settle after which nothing is on its way any more */
    public Eraser(ErasureLedger ledger, List<Erasure> stores, Duration settle) {
        this.ledger = ledger;
        this.stores = List.copyOf(stores);
        this.settle = settle;
    }

    public List<Erasure> stores() {
        return stores;
    }

    /**
     * Goes through every store, also where one of them is unavailable.
     *
     * @return copies of posts that were removed or changed
     * @throws IOException if a store was unavailable; the erasures are due again
     */
    public synchronized long run() throws IOException {
        ErasureLedger.Due due = ledger.due(settle);
        if (due.isEmpty()) {
            return 0;
        }
        long removed = 0;
        IOException failure = null;
        for (Erasure store : stores) {
            try {
                long ofStore = store.erase(due.tombstones());
                removed += ofStore;
                LOG.infof("Erased %s from store %s", new Quantity(ofStore, "post"), store.store());
            } catch (IOException e) {
                LOG.warnf("Erasure from store %s failed; retrying in the next run: %s", store.store(), e.getMessage());
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
        ledger.mark(due, removed);
        return removed;
    }
}
