package io.hashlake.camel;

import io.hashlake.x.client.SearchRequest.Scope;
import io.hashlake.x.query.SearchQuery;
import io.hashlake.x.search.SearchSettings;
import java.time.Duration;
import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;

/** Polls X for the posts that a query finds, and hands them on as one {@code TweetBatch} an exchange. */
@UriEndpoint(
        firstVersion = "0.1.0",
        scheme = "x",
        title = "X search",
        syntax = "x:search/name",
        consumerOnly = true,
        category = Category.SOCIAL)
public final class XSearchEndpoint extends XEndpoint {

    @UriPath(description = "Names the source: its cursor, metrics and files carry it")
    @Metadata(required = true)
    private final String name;

    @UriParam(description = "What to look for, in X's query language")
    @Metadata(required = true)
    private String query;

    @UriParam(description = "From one poll to the next", defaultValue = "15s")
    private Duration delay = Duration.ofSeconds(15);

    @UriParam(description = "How far back a source without a cursor begins", defaultValue = "15m")
    private Duration lookBack = Duration.ofMinutes(15);

    @UriParam(description = "How late X may list a post: each poll reaches back so far", defaultValue = "60s")
    private Duration settling = SearchSettings.DEFAULT_SETTLING;

    @UriParam(description = "Posts a page", defaultValue = "100")
    private int maxResults = 100;

    @UriParam(description = "RECENT for the last 7 days, ALL for the full archive", defaultValue = "RECENT")
    private Scope scope = Scope.RECENT;

    @UriParam(description = "A twitter-search: endpoint through which X's version 1.1 is asked instead")
    private String via;

    XSearchEndpoint(String uri, XComponent component, String name) {
        super(uri, component);
        this.name = name;
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        if (query == null || query.isBlank()) {
            throw new IllegalArgumentException(path() + " needs a query, for example query=#" + name);
        }
        SearchSettings settings = new SearchSettings(scope, delay, lookBack, maxResults, settling);
        SearchQuery wanted = new SearchQuery(query, scope.maxQuery());
        XSearchConsumer consumer = new XSearchConsumer(this, processor, wanted, new LaneSettings(settings, via));
        configureConsumer(consumer);
        return consumer;
    }

    @Override
    String path() {
        return "x:search/" + name;
    }

    @Override
    public String getName() {
        return name;
    }

    public String getQuery() {
        return query;
    }

    public void setQuery(String query) {
        this.query = query;
    }

    public Duration getDelay() {
        return delay;
    }

    public void setDelay(Duration delay) {
        this.delay = delay;
    }

    public Duration getLookBack() {
        return lookBack;
    }

    public void setLookBack(Duration lookBack) {
        this.lookBack = lookBack;
    }

    public Duration getSettling() {
        return settling;
    }

    public void setSettling(Duration settling) {
        this.settling = settling;
    }

    public int getMaxResults() {
        return maxResults;
    }

    public void setMaxResults(int maxResults) {
        this.maxResults = maxResults;
    }

    public Scope getScope() {
        return scope;
    }

    public void setScope(Scope scope) {
        this.scope = scope;
    }

    public String getVia() {
        return via;
    }

    public void setVia(String via) {
        this.via = via;
    }
}
