package io.hashlake.camel;

import io.hashlake.core.SourceLeases;
import io.hashlake.core.TweetBatch;
import io.hashlake.kinesis.KinesisServices;
import io.hashlake.kinesis.KinesisSource;
import io.hashlake.kinesis.KinesisStream;
import io.hashlake.source.SourcePolling;
import io.hashlake.source.Sources;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.DefaultComponent;

/** Reads posts from streams of Kinesis: {@code kinesis-stream:NAME?stream=…}. The sink has the shorter name. */
@Component("kinesis-stream")
public final class KinesisComponent extends DefaultComponent implements SourceLeases.Listener {

    private final KinesisServices services;
    private final RouteSources followed;
    private final Map<KinesisSource, SourcePolling> polled = new ConcurrentHashMap<>();

    /** @param sources the registry to which it adds what its routes follow */
    public KinesisComponent(KinesisServices services, Sources sources) {
        this.services = services;
        this.followed = new RouteSources(
                sources, services.cursors(), () -> getCamelContext().isStopping());
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        KinesisEndpoint endpoint = new KinesisEndpoint(uri, this, remaining);
        setProperties(endpoint, parameters);
        return endpoint;
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        services.cursors().listen(this);
    }

    KinesisStream stream(String name) {
        return services.stream(name);
    }

    KinesisSource source(String name, KinesisStream stream, Function<TweetBatch, CompletionStage<?>> output) {
        return new KinesisSource(name, stream, services, output);
    }

    void follow(KinesisSource source) {
        followed.begin(
                "kinesis-stream:" + source.name(), source, () -> polled.put(source, SourcePolling.start(source)));
    }

    CompletionStage<Void> unfollow(KinesisSource source) {
        return followed.end(source, () -> {
            SourcePolling polling = polled.remove(source);
            return polling == null ? CompletableFuture.completedFuture(null) : polling.end();
        });
    }

    /** Streams that another process read are read here at once. */
    @Override
    public void taken(Set<String> origins) {
        polled.values().forEach(SourcePolling::pollNow);
    }
}
