package io.hashlake.app.settings;

import io.hashlake.core.Intake;
import io.hashlake.core.Sink;
import io.hashlake.core.SinkFactory;
import io.hashlake.core.SinkServices;
import io.hashlake.core.erasure.Erasure;
import io.smallrye.config.SmallRyeConfig;
import java.util.Optional;
import java.util.OptionalLong;

/** A sink with its properties as they were read. */
public record ConfiguredSink<C>(SinkFactory<C> factory, C config) {

    static <C> ConfiguredSink<C> of(SinkFactory<C> factory, SmallRyeConfig source) {
        return new ConfiguredSink<>(factory, source.getConfigMapping(factory.config()));
    }

    public String name() {
        return factory.name();
    }

    /** Checks what it needs beyond its constraints in a process with its role. */
    ConfiguredSink<C> checkedActive() {
        factory.checkActive(config);
        return this;
    }

    /** Returns the disk space for batches that wait for it; empty where sources wait instead. */
    public OptionalLong spoolBytes() {
        return factory.spoolBytes(config);
    }

    public Intake intake() {
        return factory.intake(config);
    }

    /** Returns what erases posts from its store; empty where it has none, or none is configured. */
    public Optional<Erasure> erasure(SinkServices services) {
        return factory.erasure(config, services);
    }

    /** Makes it. */
    public Sink sink(SinkServices services) {
        return factory.sink(config, services);
    }
}
