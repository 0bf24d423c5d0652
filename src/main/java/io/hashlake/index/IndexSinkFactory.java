package io.hashlake.index;

import io.hashlake.core.Intake;
import io.hashlake.core.Sink;
import io.hashlake.core.SinkFactory;
import io.hashlake.core.SinkServices;
import io.hashlake.core.erasure.Erasure;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** The sink {@code index}: posts in OpenSearch or Elasticsearch. */
public final class IndexSinkFactory implements SinkFactory<IndexConfig> {

    /** Posts are found soon; and under load there are more of them in a request. */
    private static final Duration GATHERING = Duration.ofMillis(500);

    @Override
    public String name() {
        return IndexSink.NAME;
    }

    @Override
    public Set<Need> needs() {
        return Set.of();
    }

    @Override
    public Class<IndexConfig> config() {
        return IndexConfig.class;
    }

    @Override
    public void checkActive(IndexConfig config) {
        if (config.url().isEmpty()) {
            throw new IllegalArgumentException(
                    "url is not given: it must be the address of a server, as hashlake.roles has index");
        }
    }

    @Override
    public Intake intake(IndexConfig config) {
        return new Intake(config.maxUncommitted(), GATHERING);
    }

    @Override
    public OptionalLong spoolBytes(IndexConfig config) {
        return OptionalLong.of(config.spoolBytes());
    }

    @Override
    public Optional<Erasure> erasure(IndexConfig config, SinkServices services) {
        return IndexServer.of(config).map(IndexErasure::new);
    }

    @Override
    public Sink sink(IndexConfig config, SinkServices services) {
        return new IndexSink(new IndexServer(config), services.deadLetters(), services.clock());
    }
}
