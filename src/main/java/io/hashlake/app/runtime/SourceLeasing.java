package io.hashlake.app.runtime;

import io.hashlake.app.settings.Settings;
import io.hashlake.core.SourceLeases;
import io.hashlake.observability.Meters;
import io.hashlake.pipeline.sink.LeaseKeeper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;

/** Lets leases be renewed where there is a database, and tells sinks and meters of what is taken over. */
@ApplicationScoped
public class SourceLeasing implements SourceLeases.Listener {

    @Inject
    Settings settings;

    @Inject
    LeaseKeeper leases;

    @Inject
    ActiveSinks sinks;

    @Inject
    Meters meters;

    public void start() {
        if (settings.deployment().needsDatabase()) {
            meters.leases("held", leases::held);
            meters.leases("standby", leases::waiting);
            leases.listen(this);
            leases.start();
        }
    }

    /** Lets sinks forget what they remember of these origins and of where they write: another process may have changed it. */
    @Override
    public void taking(Set<String> origins) {
        meters.takenOver(origins.size());
        sinks.fedBySources().forEach(sink -> sink.takeOver(origins));
    }

    @Override
    public void lost(Set<String> origins) {
        meters.leasesLost(origins.size());
    }

    /** To be called when the routes are there: from then on it is known what this process follows, and what others do. */
    public void claim() {
        leases.claimWanted();
    }

    /** Gives all back; to be called when nothing is under way any more. */
    public void stop() {
        leases.close();
    }
}
