package io.hashlake.camel;

import io.hashlake.core.SourceLeases;
import io.hashlake.source.Source;
import io.hashlake.source.Sources;
import io.hashlake.x.client.SearchApi;
import io.hashlake.x.search.SearchSource;
import io.hashlake.x.stream.StreamHub;
import io.hashlake.x.stream.StreamSource;
import io.hashlake.x.stream.client.StreamApi.Stream;
import java.util.Map;
import java.util.Set;
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
    private final Sources sources;
    private final Map<LaneSettings, SearchLane> lanes = new ConcurrentHashMap<>();
    private final Map<Stream, StreamHub> hubs = new ConcurrentHashMap<>();

    /** @param sources the registry to which it adds what its routes follow */
    public XComponent(XServices services, Sources sources) {
        this.services = services;
        this.sources = sources;
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

    /** Only now, when all routes stand, does it begin: the first poll packs all of them, the first rules are all of them. */
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
        addAs("x:search/", source);
        SearchLane lane = lanes.computeIfAbsent(settings, this::newLane);
        lane.add(source);
        if (getCamelContext().isStarted()) {
            lane.start();
        }
    }

    void unfollow(SearchSource source, LaneSettings settings) {
        lanes.get(settings).remove(source);
        sources.remove(source);
    }

    void follow(StreamSource source, Stream stream) {
        addAs(stream == Stream.FILTERED ? "x:stream/" : "x:sample/", source);
        StreamHub hub = hubs.computeIfAbsent(
                stream,
                any -> new StreamHub(
                        any, services.ofStreams(), services.streams().settings()));
        hub.add(source);
        if (getCamelContext().isStarted()) {
            hub.start();
        }
    }

    /** When everything stops, the connection goes first: the rules of sources that only stop with it must stay. */
    void unfollow(StreamSource source, Stream stream) {
        if (getCamelContext().isStopping()) {
            hubs.get(stream).stop();
        }
        hubs.get(stream).remove(source);
        sources.remove(source);
    }

    private void addAs(String kind, Source source) {
        sources.add(kind + source.name(), source);
        services.cursors().want(source.name());
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
