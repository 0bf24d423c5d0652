package io.hashlake.camel;

import io.hashlake.core.Origins;
import io.hashlake.x.query.SearchQuery;
import io.hashlake.x.stream.StreamSource;
import io.hashlake.x.stream.client.StreamApi.Stream;
import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;

/** Takes posts from one of X's streams as they are written, and hands them on as one {@code TweetBatch} an exchange. */
@UriEndpoint(
        firstVersion = "0.2.0",
        scheme = "x",
        title = "X stream",
        syntax = "x:stream/name",
        consumerOnly = true,
        category = Category.SOCIAL)
public final class XStreamEndpoint extends XEndpoint {

    private final Stream stream;

    @UriPath(description = "Names the source: its cursor, metrics, files and rule carry it")
    @Metadata(required = true)
    private final String name;

    @UriParam(description = "What to follow, in the language of X's rules; required of x:stream, not for x:sample")
    private String query;

    XStreamEndpoint(String uri, XComponent component, Stream stream, String name) {
        super(uri, component);
        this.stream = stream;
        this.name = name;
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        try {
            Origins.require(name);
            XStreamConsumer consumer = stream == Stream.FILTERED ? filtered(processor) : sample(processor);
            configureConsumer(consumer);
            return consumer;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(path() + ": " + e.getMessage(), e);
        }
    }

    private XStreamConsumer filtered(Processor processor) {
        if (query == null || query.isBlank()) {
            throw new IllegalArgumentException("it needs a query, for example query=#" + name);
        }
        // What X refuses of a rule stops its source alone, so its length is not looked at here.
        SearchQuery rule = new SearchQuery(query, Integer.MAX_VALUE);
        return new XStreamConsumer(this, processor, output -> StreamSource.filtered(name, rule, output));
    }

    private XStreamConsumer sample(Processor processor) {
        if (query != null) {
            throw new IllegalArgumentException("the sample takes no query: X chooses its posts");
        }
        return new XStreamConsumer(this, processor, output -> StreamSource.sample(name, output));
    }

    @Override
    String path() {
        return (stream == Stream.FILTERED ? "x:stream/" : "x:sample/") + name;
    }

    Stream stream() {
        return stream;
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
}
