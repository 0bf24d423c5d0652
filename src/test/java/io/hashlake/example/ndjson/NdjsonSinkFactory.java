package io.hashlake.example.ndjson;

import io.hashlake.core.Intake;
import io.hashlake.core.Sink;
import io.hashlake.core.SinkFactory;
import io.hashlake.core.SinkServices;
import java.time.Duration;
import java.util.Set;

/** The sink {@code ndjson}: posts as JSON lines in one file. */
public final class NdjsonSinkFactory implements SinkFactory<NdjsonConfig> {

    @Override
    public String name() {
        return "ndjson";
    }

    /** Neither the database nor the lake's store, and posts rather than payloads. */
    @Override
    public Set<Need> needs() {
        return Set.of();
    }

    @Override
    public Class<NdjsonConfig> config() {
        return NdjsonConfig.class;
    }

    @Override
    public Intake intake(NdjsonConfig config) {
        return new Intake(config.maxUncommitted(), Duration.ofSeconds(1));
    }

    @Override
    public Sink sink(NdjsonConfig config, SinkServices services) {
        return new NdjsonSink(config.file(), services.deadLetters(), services.clock());
    }
}
