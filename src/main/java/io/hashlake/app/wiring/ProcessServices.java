package io.hashlake.app.wiring;

import io.hashlake.core.Cursors;
import io.hashlake.core.DeadLetters;
import io.hashlake.core.SinkServices;
import io.hashlake.core.SourceLeases;
import io.quarkus.arc.Arc;
import java.time.Clock;
import javax.sql.DataSource;

/** Services that this process gives to its sinks; everything else that CDI has is found by its type. */
record ProcessServices(Cursors cursors, SourceLeases leases, DeadLetters deadLetters, DataSource database, Clock clock)
        implements SinkServices {

    @Override
    public <T> T get(Class<T> type) {
        return Arc.container().select(type).get();
    }

    /** The same for a sink that these cursors feed. */
    ProcessServices fedBy(Cursors others) {
        return new ProcessServices(others, leases, deadLetters, database, clock);
    }
}
