package io.hashlake.app.runtime;

import io.hashlake.core.erasure.Erasure;
import io.hashlake.core.erasure.TombstoneSource;
import io.hashlake.core.erasure.Tombstones;
import io.hashlake.pipeline.erasure.DeadLetterErasure;
import io.hashlake.thread.DaemonThreads;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Erases from what lies on the disk of this process, soon after others have set tombstones. */
@ApplicationScoped
public class ErasureSchedule {

    private static final Logger LOG = Logger.getLogger(ErasureSchedule.class);
    private static final int SECONDS = 10;

    private final TombstoneSource tombstones;
    private final List<Erasure> local = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService turns = DaemonThreads.scheduler("erasure");
    private Tombstones erased = Tombstones.NONE;

    @Inject
    ErasureSchedule(TombstoneSource tombstones, DeadLetterErasure letters) {
        this.tombstones = tombstones;
        local.add(letters);
    }

    /** Adds a store on the disk of this process. */
    public void add(Erasure store) {
        local.add(store);
    }

    public void start() {
        turns.scheduleWithFixedDelay(this::poll, 0, SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    public void stop() {
        turns.shutdownNow();
    }

    private void poll() {
        try {
            Tombstones current = tombstones.current();
            if (!current.equals(erased)) {
                for (Erasure store : local) {
                    store.erase(current);
                }
                erased = current;
            }
        } catch (IOException e) {
            LOG.warnf("Erasure from this process's files failed; retrying: %s", e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("Unexpected error in the erasure from this process's files; retrying", e);
        }
    }
}
