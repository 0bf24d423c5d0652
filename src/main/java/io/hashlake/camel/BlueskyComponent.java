package io.hashlake.camel;

import io.hashlake.bluesky.BlueskyHub;
import io.hashlake.bluesky.BlueskyServices;
import io.hashlake.bluesky.BlueskySource;
import io.hashlake.core.SourceLeases;
import io.hashlake.source.Sources;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.StartupListener;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.DefaultComponent;

/** Follows hashtags on Bluesky: {@code bluesky:jetstream/NAME?hashtag=…}. All routes share one connection. */
@Component("bluesky")
public final class BlueskyComponent extends DefaultComponent implements StartupListener, SourceLeases.Listener {

    private static final String JETSTREAM = "jetstream/";

    private final BlueskyServices services;
    private final BlueskyHub hub;
    private final RouteSources followed;

    /** @param sources the registry to which it adds what its routes follow */
    public BlueskyComponent(BlueskyServices services, Sources sources) {
        this.services = services;
        this.hub = new BlueskyHub(services);
        this.followed = new RouteSources(sources, services.cursors(), this::isEnding);
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        if (!remaining.startsWith(JETSTREAM)) {
            throw new IllegalArgumentException(
                    "bluesky:" + remaining + " is not known; write bluesky:jetstream/NAME?hashtag=…");
        }
        // A hashtag may begin with #, which Camel would take for a reference to a bean.
        String hashtag = getAndRemoveParameter(parameters, "hashtag", String.class);
        BlueskyEndpoint endpoint = new BlueskyEndpoint(uri, this, remaining.substring(JETSTREAM.length()));
        endpoint.setHashtag(hashtag);
        setProperties(endpoint, parameters);
        return endpoint;
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        getCamelContext().addStartupListener(this);
        services.cursors().listen(this);
    }

    @Override
    public void onCamelContextStarted(CamelContext context, boolean alreadyStarted) {
        // routes are not started yet
    }

    /** Connects only once all routes are up: the first connection reaches back for all of them. */
    @Override
    public void onCamelContextFullyStarted(CamelContext context, boolean alreadyStarted) {
        hub.start();
    }

    /** Sources that another process followed are followed here at once. */
    @Override
    public void taken(Set<String> origins) {
        hub.changed();
    }

    void follow(BlueskySource source) {
        followed.begin("bluesky:jetstream/" + source.name(), source, () -> begin(source));
    }

    private void begin(BlueskySource source) {
        hub.add(source);
        if (getCamelContext().isStarted()) {
            hub.start();
        }
    }

    CompletionStage<Void> unfollow(BlueskySource source) {
        if (isEnding()) {
            hub.stop();
        }
        return followed.end(source, () -> hub.remove(source));
    }

    private boolean isEnding() {
        return getCamelContext().isStopping();
    }

    @Override
    protected void doStop() throws Exception {
        hub.stop();
        super.doStop();
    }
}
