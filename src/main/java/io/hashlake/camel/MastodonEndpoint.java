package io.hashlake.camel;

import io.hashlake.mastodon.MastodonServer;
import io.hashlake.tweet.Hashtag;
import java.util.List;
import org.apache.camel.Category;
import org.apache.camel.Processor;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;

/** Takes posts with a hashtag from servers of Mastodon, and hands them on as one {@code TweetBatch} an exchange. */
@UriEndpoint(
        firstVersion = "0.3.0",
        scheme = "mastodon",
        title = "Mastodon",
        syntax = "mastodon:tag/name",
        consumerOnly = true,
        category = Category.SOCIAL)
public final class MastodonEndpoint extends HashtagEndpoint {

    @UriParam(description = "Servers that are asked, separated by commas")
    @Metadata(required = true)
    private String server;

    MastodonEndpoint(String uri, MastodonComponent component, String name) {
        super(uri, component, name);
    }

    @Override
    String path() {
        return "mastodon:tag/" + getName();
    }

    @Override
    BatchConsumer consumer(Processor processor, Hashtag followed) {
        return new MastodonConsumer(this, processor, followed, servers());
    }

    private List<MastodonServer> servers() {
        List<MastodonServer> servers = MastodonServer.list(server == null ? "" : server);
        if (servers.isEmpty()) {
            throw new IllegalArgumentException("it needs servers, for example server=mastodon.social");
        }
        return servers;
    }

    @Override
    public MastodonComponent getComponent() {
        return (MastodonComponent) super.getComponent();
    }

    public String getServer() {
        return server;
    }

    public void setServer(String server) {
        this.server = server;
    }
}
