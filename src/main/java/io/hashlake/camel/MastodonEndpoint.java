package io.hashlake.camel;

import io.hashlake.core.Origins;
import io.hashlake.mastodon.MastodonServer;
import io.hashlake.tweet.Hashtag;
import java.util.List;
import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.DefaultEndpoint;

/** Takes posts with a hashtag from servers of Mastodon, and hands them on as one {@code TweetBatch} an exchange. */
@UriEndpoint(
        firstVersion = "0.3.0",
        scheme = "mastodon",
        title = "Mastodon",
        syntax = "mastodon:tag/name",
        consumerOnly = true,
        category = Category.SOCIAL)
public final class MastodonEndpoint extends DefaultEndpoint {

    @UriPath(description = "Names the sources, each with its server: their cursors, metrics and files carry it")
    @Metadata(required = true)
    private final String name;

    @UriParam(description = "The hashtag, with or without its number sign")
    @Metadata(required = true)
    private String hashtag;

    @UriParam(description = "Servers that are asked, separated by commas")
    @Metadata(required = true)
    private String server;

    MastodonEndpoint(String uri, MastodonComponent component, String name) {
        super(uri, component);
        this.name = name;
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        try {
            Origins.require(name);
            MastodonConsumer consumer = new MastodonConsumer(this, processor, tag(), servers());
            configureConsumer(consumer);
            return consumer;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("mastodon:tag/" + name + ": " + e.getMessage(), e);
        }
    }

    private Hashtag tag() {
        if (hashtag == null || hashtag.isBlank()) {
            throw new IllegalArgumentException("it needs a hashtag, for example hashtag=" + name);
        }
        return Hashtag.of(hashtag);
    }

    private List<MastodonServer> servers() {
        List<MastodonServer> servers = MastodonServer.list(server == null ? "" : server);
        if (servers.isEmpty()) {
            throw new IllegalArgumentException("it needs servers, for example server=mastodon.social");
        }
        return servers;
    }

    @Override
    public Producer createProducer() {
        throw new UnsupportedOperationException(
                "mastodon:tag/" + name + " can only be read from: use it in 'from', not in 'to'");
    }

    @Override
    public MastodonComponent getComponent() {
        return (MastodonComponent) super.getComponent();
    }

    @Override
    public boolean isLenientProperties() {
        return false;
    }

    public String getName() {
        return name;
    }

    public String getHashtag() {
        return hashtag;
    }

    public void setHashtag(String hashtag) {
        this.hashtag = hashtag;
    }

    public String getServer() {
        return server;
    }

    public void setServer(String server) {
        this.server = server;
    }
}
