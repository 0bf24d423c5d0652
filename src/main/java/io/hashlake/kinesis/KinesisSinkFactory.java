package io.hashlake.kinesis;

import io.hashlake.core.Intake;
import io.hashlake.core.Sink;
import io.hashlake.core.SinkFactory;
import io.hashlake.core.SinkServices;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.Set;

/** The sink {@code kinesis}: one record per observation of a post. A stream erases nothing: what it keeps goes with its retention. */
public final class KinesisSinkFactory implements SinkFactory<KinesisConfig> {

    /** Requests are paid for by their bytes, so waiting saves nothing but round trips. */
    private static final Duration GATHERING = Duration.ofMillis(500);

    @Override
    public String name() {
        return KinesisSink.NAME;
    }

    @Override
    public Set<Need> needs() {
        return Set.of();
    }

    @Override
    public Class<KinesisConfig> config() {
        return KinesisConfig.class;
    }

    @Override
    public void checkActive(KinesisConfig config) {
        if (config.stream().isEmpty()) {
            throw new IllegalArgumentException(
                    "stream is not given: it must be the name of a stream, as hashlake.roles has kinesis");
        }
    }

    @Override
    public Intake intake(KinesisConfig config) {
        return new Intake(config.maxUncommitted(), GATHERING);
    }

    @Override
    public OptionalLong spoolBytes(KinesisConfig config) {
        return OptionalLong.of(config.spoolBytes());
    }

    @Override
    public Sink sink(KinesisConfig config, SinkServices services) {
        return new KinesisSink(KinesisStream.of(config).orElseThrow(), services.deadLetters(), services.clock());
    }
}
