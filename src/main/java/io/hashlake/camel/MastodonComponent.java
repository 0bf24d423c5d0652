package io.hashlake.camel;

import io.hashlake.core.SourceLeases;
import io.hashlake.core.TweetBatch;
import io.hashlake.mastodon.MastodonClient;
import io.hashlake.mastodon.MastodonServer;
import io.hashlake.mastodon.MastodonServices;
import io.hashlake.mastodon.MastodonSource;
import io.hashlake.source.Source;
import io.hashlake.source.SourcePolling;
import io.hashlake.source.Sources;
import io.hashlake.tweet.Hashtag;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.DefaultComponent;

/** Follows hashtags on Mastodon: {@code mastodon:tag/NAME?server=…&hashtag=…}. All routes share a server's rate limit. */
@Component("mastodon")
public final class MastodonComponent extends DefaultComponent implements SourceLeases.Listener {

    private static final String TAG = "tag/";

    private final MastodonServices services;
    private final RouteSources followed;
    private final Map<MastodonServer, MastodonClient> clients = new ConcurrentHashMap<>();
    private final Map<Source, SourcePolling> polled = new ConcurrentHashMap<>();

    /** @param sources the registry to which it adds what its routes follow */
    public MastodonComponent(MastodonServices services, Sources sources) {
        this.services = services;
        this.followed = new RouteSources(
                sources, services.cursors(), () -> getCamelContext().isStopping());
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        if (!remaining.startsWith(TAG)) {
            throw new IllegalArgumentException(
                    "mastodon:" + remaining + " is not known; write mastodon:tag/NAME?server=…&hashtag=…");
        }
        // A hashtag may begin with #, which Camel would take for a reference to a bean.
        String hashtag = getAndRemoveParameter(parameters, "hashtag", String.class);
        String server = getAndRemoveParameter(parameters, "server", String.class);
        MastodonEndpoint endpoint = new MastodonEndpoint(uri, this, remaining.substring(TAG.length()));
        endpoint.setHashtag(hashtag);
        endpoint.setServer(server);
        setProperties(endpoint, parameters);
        return endpoint;
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        services.cursors().listen(this);
    }

    MastodonSource source(
            String name, Hashtag hashtag, MastodonServer server, Function<TweetBatch, CompletionStage<?>> output) {
        MastodonClient client = clients.computeIfAbsent(server, any -> new MastodonClient(server, services));
        return new MastodonSource(name + "-" + server.label(), hashtag, client, services, output);
    }

    void follow(MastodonSource source) {
        followed.begin("mastodon:tag/" + source.name(), source, () -> polled.put(source, SourcePolling.start(source)));
    }

    CompletionStage<Void> unfollow(MastodonSource source) {
        return followed.end(source, () -> {
            SourcePolling polling = polled.remove(source);
            return polling == null ? CompletableFuture.completedFuture(null) : polling.end();
        });
    }

    /** Sources that another process followed are followed here at once. */
    @Override
    public void taken(Set<String> origins) {
        polled.values().forEach(SourcePolling::pollNow);
    }
}
