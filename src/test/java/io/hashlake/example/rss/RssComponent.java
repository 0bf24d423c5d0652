package io.hashlake.example.rss;

import io.hashlake.core.Cursors;
import io.hashlake.source.Sources;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;

/** Follows an RSS file: {@code rss-file:NAME?file=…}. */
public final class RssComponent extends DefaultComponent {

    private final Sources sources;
    private final Cursors cursors;
    private final Clock clock;

    public RssComponent(Sources sources, Cursors cursors, Clock clock) {
        this.sources = sources;
        this.cursors = cursors;
        this.clock = clock;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        Path file = Path.of(getAndRemoveParameter(parameters, "file", String.class));
        RssEndpoint endpoint = new RssEndpoint(uri, this, remaining, file);
        setProperties(endpoint, parameters);
        return endpoint;
    }

    Sources sources() {
        return sources;
    }

    Cursors cursors() {
        return cursors;
    }

    Clock clock() {
        return clock;
    }
}
