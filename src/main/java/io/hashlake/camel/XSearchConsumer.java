package io.hashlake.camel;

import io.hashlake.x.query.SearchQuery;
import io.hashlake.x.search.SearchSource;
import org.apache.camel.Processor;

/** Follows a search. */
final class XSearchConsumer extends BatchConsumer {

    private final SearchQuery query;
    private final LaneSettings settings;

    XSearchConsumer(XSearchEndpoint endpoint, Processor processor, SearchQuery query, LaneSettings settings) {
        super(endpoint, processor);
        this.query = query;
        this.settings = settings;
    }

    @Override
    public XSearchEndpoint getEndpoint() {
        return (XSearchEndpoint) super.getEndpoint();
    }

    @Override
    Following follow() {
        XComponent component = getEndpoint().getComponent();
        SearchSource source = new SearchSource(
                getEndpoint().getName(), query, component.services().cursors(), this::process);
        component.follow(source, settings);
        return () -> component.unfollow(source, settings);
    }
}
