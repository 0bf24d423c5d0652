package io.hashlake.camel;

import io.hashlake.core.SourceLeases;
import io.hashlake.source.Sources;
import io.hashlake.x.client.SearchApi;
import io.hashlake.x.search.SearchSource;
import io.hashlake.x.stream.StreamHub;
import io.hashlake.x.stream.StreamSource;
import io.hashlake.x.stream.client.StreamApi.Stream;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.StartupListener;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.DefaultComponent;

/**
 * Follows posts on X: {@code x:search/NAME?query=…}, {@code x:stream/NAME?query=…} and {@code x:sample/NAME}. Searches with
 * the same settings share a lane, in which they are polled together and packed into as few requests as possible; all that
 * follow one of X's streams share its connection.
 */
@Component("x")
public final class XComponent extends DefaultComponent implements StartupListener, SourceLeases.Listener {

    private static final String SEARCH = "search/";
    private static final String STREAM = "stream/";
    private static final String SAMPLE = "sample/";

    private final XServices services;
    private final RouteSources followed;
    private final Map<LaneSettings, SearchLane> lanes = new ConcurrentHashMap<>();
    private final Map<Stream, StreamHub> hubs = new ConcurrentHashMap<>();

    /** @param sources the registry to which it adds what its routes follow */
    public XComponent(XServices services, Sources sources) {
        this.services = services;
        this.followed = new RouteSources(sources, services.cursors(), this::isEnding);
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        // A query begins with #, which Camel would take for a reference to a bean.
        String query = getAndRemoveParameter(parameters, "query", String.class);
        Endpoint endpoint = endpoint(uri, remaining, query);
        setProperties(endpoint, parameters);
        return endpoint;
    }

    private Endpoint endpoint(String uri, String remaining, String query) {
        if (remaining.startsWith(SEARCH)) {
            XSearchEndpoint search = new XSearchEndpoint(uri, this, remaining.substring(SEARCH.length()));
            search.setQuery(query);
            return search;
        }
        boolean filtered = remaining.startsWith(STREAM);
        if (!filtered && !remaining.startsWith(SAMPLE)) {
            throw new IllegalArgumentException("x:" + remaining
                    + " is not known; write x:search/NAME?query=…, x:stream/NAME?query=… or x:sample/NAME with a name of"
                    + " your own");
        }
        String name = remaining.substring((filtered ? STREAM : SAMPLE).length());
        XStreamEndpoint stream = new XStreamEndpoint(uri, this, filtered ? Stream.FILTERED : Stream.SAMPLE, name);
        stream.setQuery(query);
        return stream;
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        getCamelContext().addStartupListener(this);
        services.cursors().listen(this);
    }

    /**
     * Starts polling and streaming only once all routes are up: the first poll packs all queries, and the first rules
     * are complete.
     */
    @Override
    public void onCamelContextFullyStarted(CamelContext context, boolean alreadyStarted) {
        lanes.values().forEach(SearchLane::start);
        hubs.values().forEach(StreamHub::start);
    }

    /** Sources that another process followed are followed here at once. */
    @Override
    public void taken(Set<String> origins) {
        lanes.values().forEach(SearchLane::pollNow);
        hubs.values().forEach(StreamHub::takenOver);
    }

    @Override
    public void onCamelContextStarted(CamelContext context, boolean alreadyStarted) {
        // routes are not started yet
    }

    void follow(SearchSource source, LaneSettings settings) {
        SearchLane lane = lanes.computeIfAbsent(settings, this::newLane);
        followed.begin("x:search/" + source.name(), source, () -> begin(source, lane));
    }

    private void begin(SearchSource source, SearchLane lane) {
        lane.add(source);
        if (getCamelContext().isStarted()) {
            lane.start();
            lane.pollSoon();
        }
    }

    CompletionStage<Void> unfollow(SearchSource source, LaneSettings settings) {
        CompletionStage<Void> settled = isEnding() ? CompletableFuture.completedFuture(null) : source.leave();
        return followed.end(source, () -> {
            lanes.get(settings).remove(source);
            return settled;
        });
    }

    void follow(StreamSource source, Stream stream) {
        StreamHub hub = hubs.computeIfAbsent(
                stream,
                any -> new StreamHub(
                        any, services.ofStreams(), services.streams().settings()));
        String kind = stream == Stream.FILTERED ? "x:stream/" : "x:sample/";
        followed.begin(kind + source.name(), source, () -> begin(source, hub));
    }

    private void begin(StreamSource source, StreamHub hub) {
        hub.add(source);
        if (getCamelContext().isStarted()) {
            hub.start();
        }
    }

    /**
     * Stops following a source. When the whole context stops, the connection is closed first: the rules of sources that
     * stop only for that reason must stay.
     */
    CompletionStage<Void> unfollow(StreamSource source, Stream stream) {
        StreamHub hub = hubs.get(stream);
        if (isEnding()) {
            hub.stop();
        }
        return followed.end(source, () -> hub.remove(source));
    }

    private boolean isEnding() {
        return getCamelContext().isStopping();
    }

    XServices services() {
        return services;
    }

    private SearchLane newLane(LaneSettings settings) {
        SearchApi api = settings.via() == null
                ? services.api()
                : new TwitterSearchApi(getCamelContext(), settings.via(), services.time());
        return new SearchLane(
                api, services, settings.search(), getCamelContext().getExecutorServiceManager());
    }

    @Override
    protected void doStop() throws Exception {
        lanes.values().forEach(SearchLane::stop);
        hubs.values().forEach(StreamHub::stop);
        super.doStop();
    }
}
