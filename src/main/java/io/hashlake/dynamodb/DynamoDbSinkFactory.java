package io.hashlake.dynamodb;

import io.hashlake.core.Intake;
import io.hashlake.core.Sink;
import io.hashlake.core.SinkFactory;
import io.hashlake.core.SinkServices;
import io.hashlake.core.erasure.Erasure;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** The sink {@code dynamodb}: one item per post. */
public final class DynamoDbSinkFactory implements SinkFactory<DynamoDbConfig> {

    /** Posts of one user that come together need one recount. */
    private static final Duration GATHERING = Duration.ofSeconds(1);

    @Override
    public String name() {
        return DynamoDbSink.NAME;
    }

    @Override
    public Set<Need> needs() {
        return Set.of();
    }

    @Override
    public Class<DynamoDbConfig> config() {
        return DynamoDbConfig.class;
    }

    @Override
    public void checkActive(DynamoDbConfig config) {
        if (config.table().isEmpty()) {
            throw new IllegalArgumentException(
                    "table is not given: it must be the name of a table, as hashlake.roles has dynamodb");
        }
    }

    @Override
    public Intake intake(DynamoDbConfig config) {
        return new Intake(config.maxUncommitted(), GATHERING);
    }

    @Override
    public OptionalLong spoolBytes(DynamoDbConfig config) {
        return OptionalLong.of(config.spoolBytes());
    }

    @Override
    public Optional<Erasure> erasure(DynamoDbConfig config, SinkServices services) {
        return DynamoDbTable.of(config).map(DynamoDbErasure::new);
    }

    @Override
    public Sink sink(DynamoDbConfig config, SinkServices services) {
        return new DynamoDbSink(new DynamoDbTable(config), services.deadLetters(), services.clock());
    }
}
