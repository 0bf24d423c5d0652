package io.hashlake.lake.commit;

import io.hashlake.core.Intake;
import io.hashlake.core.Sink;
import io.hashlake.core.SinkFactory;
import io.hashlake.core.SinkServices;
import io.hashlake.lake.store.Quarantine;
import java.util.Set;

/** The sink {@code lake}: posts as Parquet files, by hashtag and day. */
public final class LakeSinkFactory implements SinkFactory<LakeConfig> {

    @Override
    public String name() {
        return LakeSink.NAME;
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.FILES);
    }

    @Override
    public Class<LakeConfig> config() {
        return LakeConfig.class;
    }

    /** Returns the limits of the sink: a Kafka consumer gathers tweets no longer than rows wait for a commit. */
    @Override
    public Intake intake(LakeConfig config) {
        return new Intake(config.maxUncommitted(), config.rotationAge());
    }

    @Override
    public Sink sink(LakeConfig config, SinkServices services) {
        return new LakeSink(
                services.get(Quarantine.class), config, services.cursors(), services.deadLetters(), services.clock());
    }
}
