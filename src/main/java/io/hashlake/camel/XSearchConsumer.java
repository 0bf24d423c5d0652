package io.hashlake.camel;

import io.hashlake.x.query.SearchQuery;
import io.hashlake.x.search.SearchSource;
import org.apache.camel.Processor;

/** Follows a search. */
final class XSearchConsumer extends BatchConsumer {

    private final SearchSource source;
    private final LaneSettings settings;

    XSearchConsumer(XSearchEndpoint endpoint, Processor processor, SearchQuery query, LaneSettings settings) {
        super(endpoint, processor);
        this.settings = settings;
        this.source = new SearchSource(
                endpoint.getName(), query, endpoint.getComponent().services().cursors(), this::process);
    }

    @Override
    public XSearchEndpoint getEndpoint() {
        return (XSearchEndpoint) super.getEndpoint();
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        getEndpoint().getComponent().follow(source, settings);
    }

    @Override
    protected void doStop() throws Exception {
        getEndpoint().getComponent().unfollow(source, settings);
        super.doStop();
    }
}
