package io.hashlake.warehouse.sink;

import io.hashlake.core.Intake;
import io.hashlake.core.Sink;
import io.hashlake.core.SinkFactory;
import io.hashlake.core.SinkServices;
import java.time.Duration;
import java.util.Set;

/** The sink {@code warehouse}: posts and accounts in PostgreSQL. */
public final class WarehouseSinkFactory implements SinkFactory<WarehouseConfig> {

    /** Rows are seen soon; and under load, when reading takes longer than this, there are more of them in a commit. */
    private static final Duration GATHERING = Duration.ofMillis(250);

    @Override
    public String name() {
        return WarehouseSink.NAME;
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.DATABASE);
    }

    @Override
    public Class<WarehouseConfig> config() {
        return WarehouseConfig.class;
    }

    @Override
    public Intake intake(WarehouseConfig config) {
        return new Intake(config.maxUncommitted(), GATHERING);
    }

    @Override
    public Sink sink(WarehouseConfig config, SinkServices services) {
        return new WarehouseSink(services.database(), services.deadLetters(), services.leases(), services.clock());
    }
}
