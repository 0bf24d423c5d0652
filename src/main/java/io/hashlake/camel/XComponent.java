package io.hashlake.camel;

import io.hashlake.x.SearchApi;
import io.hashlake.x.SearchSource;
import io.hashlake.x.Source;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.StartupListener;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.DefaultComponent;

/**
 * Follows posts on X: {@code x:search/NAME?query=…}. Searches with the same settings share a lane, in which they are polled
 * together and packed into as few requests as possible.
 */
@Component("x")
public final class XComponent extends DefaultComponent implements StartupListener {

    private static final String SEARCH = "search/";

    private final XServices services;
    private final Map<LaneSettings, SearchLane> lanes = new ConcurrentHashMap<>();
    private final List<Source> sources = new CopyOnWriteArrayList<>();

    public XComponent(XServices services) {
        this.services = services;
    }

    /** What is followed now. */
    public List<Source> sources() {
        return List.copyOf(sources);
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        if (!remaining.startsWith(SEARCH)) {
            throw new IllegalArgumentException(
                    "x:" + remaining + " is not known; write x:search/NAME?query=… with a name of your own");
        }
        XSearchEndpoint endpoint = new XSearchEndpoint(uri, this, remaining.substring(SEARCH.length()));
        // A query begins with #, which Camel would take for a reference to a bean.
        endpoint.setQuery(getAndRemoveParameter(parameters, "query", String.class));
        setProperties(endpoint, parameters);
        return endpoint;
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        getCamelContext().addStartupListener(this);
    }

    /** Only now, when all routes stand, does polling begin: the first poll packs all of them. */
    @Override
    public void onCamelContextFullyStarted(CamelContext context, boolean alreadyStarted) {
        lanes.values().forEach(SearchLane::start);
    }

    @Override
    public void onCamelContextStarted(CamelContext context, boolean alreadyStarted) {
        // routes are not started yet
    }

    void follow(SearchSource source, LaneSettings settings) {
        if (sources.stream().anyMatch(other -> other.name().equals(source.name()))) {
            throw new IllegalArgumentException("two routes read from x:search/" + source.name()
                    + ": they would move each other's cursor, so give one of them another name");
        }
        sources.add(source);
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

    XServices services() {
        return services;
    }

    private SearchLane newLane(LaneSettings settings) {
        SearchApi api = settings.via() == null
                ? services.api()
                : new TwitterSearchApi(getCamelContext(), settings.via(), services.clock());
        return new SearchLane(
                api, services, settings.search(), getCamelContext().getExecutorServiceManager());
    }

    @Override
    protected void doStop() throws Exception {
        lanes.values().forEach(SearchLane::stop);
        super.doStop();
    }
}
