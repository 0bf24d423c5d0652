package io.hashlake.lake.commit;

import io.hashlake.core.Intake;
import io.hashlake.core.Sink;
import io.hashlake.core.SinkFactory;
import io.hashlake.core.SinkServices;
import io.hashlake.lake.store.Quarantine;
import java.util.Set;

/** The sink {@code lake}: posts as Parquet files, by hashtag and day. */
public final class LakeSinkFactory implements SinkFactory<LakeSinkConfig> {

    @Override
    public String name() {
        return LakeSink.NAME;
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.FILES);
    }

    @Override
    public Class<LakeSinkConfig> config() {
        return LakeSinkConfig.class;
    }

    @Override
    public void check(LakeSinkConfig config) {
        settings(config);
    }

    /** Returns the limits of the sink: a Kafka consumer gathers tweets no longer than rows wait for a commit. */
    @Override
    public Intake intake(LakeSinkConfig config) {
        return new Intake(config.maxUncommitted(), config.rotationAge());
    }

    @Override
    public Sink sink(LakeSinkConfig config, SinkServices services) {
        return new LakeSink(
                services.get(Quarantine.class),
                settings(config),
                services.cursors(),
                services.deadLetters(),
                services.clock());
    }

    private static LakeSettings settings(LakeSinkConfig config) {
        return new LakeSettings(
                config.rotationRows(),
                config.rotationBytes(),
                config.rotationAge(),
                config.window(),
                config.rememberedIds());
    }
}
