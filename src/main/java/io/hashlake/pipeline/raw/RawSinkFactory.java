package io.hashlake.pipeline.raw;

import io.hashlake.core.Intake;
import io.hashlake.core.Sink;
import io.hashlake.core.SinkFactory;
import io.hashlake.core.SinkServices;
import io.hashlake.lake.commit.RawSink;
import io.hashlake.lake.commit.Rotation;
import io.hashlake.lake.store.DamageListener;
import io.hashlake.lake.store.ObjectStore;
import io.hashlake.lake.store.Quarantine;
import java.util.Set;
import org.apache.camel.CamelContext;

/** The sink {@code raw}: payloads as received, in files that the route {@code direct:raw-store} puts. */
public final class RawSinkFactory implements SinkFactory<RawSinkConfig> {

    @Override
    public String name() {
        return RawSink.NAME;
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.FILES, Need.PAYLOADS);
    }

    @Override
    public Class<RawSinkConfig> config() {
        return RawSinkConfig.class;
    }

    @Override
    public Intake intake(RawSinkConfig config) {
        return new Intake(config.maxUncommitted(), config.rotationAge());
    }

    @Override
    public Sink sink(RawSinkConfig config, SinkServices services) {
        RoutedStore routed = new RoutedStore(
                services.get(ObjectStore.class),
                RawSink.DIRECTORY,
                services.get(CamelContext.class).createProducerTemplate(),
                "direct:raw-store");
        Quarantine quarantine = new Quarantine(routed, services.get(DamageListener.class));
        return new RawSink(quarantine, rotation(config), services.cursors(), services.clock());
    }

    private static Rotation rotation(RawSinkConfig config) {
        return new Rotation(config.rotationRows(), config.rotationBytes(), config.rotationAge());
    }
}
