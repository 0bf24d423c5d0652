package io.hashlake.camel;

import io.hashlake.mastodon.MastodonServer;
import io.hashlake.mastodon.MastodonSource;
import io.hashlake.tweet.Hashtag;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.Processor;

/** Follows a hashtag on servers of Mastodon, each of which is a source of its own. */
final class MastodonConsumer extends BatchConsumer {

    private final Hashtag hashtag;
    private final List<MastodonServer> servers;

    MastodonConsumer(MastodonEndpoint endpoint, Processor processor, Hashtag hashtag, List<MastodonServer> servers) {
        super(endpoint, processor);
        this.hashtag = hashtag;
        this.servers = servers;
    }

    @Override
    public MastodonEndpoint getEndpoint() {
        return (MastodonEndpoint) super.getEndpoint();
    }

    @Override
    Following follow() {
        MastodonComponent component = getEndpoint().getComponent();
        List<MastodonSource> sources = servers.stream()
                .map(server -> component.source(getEndpoint().getName(), hashtag, server, this::process))
                .toList();
        sources.forEach(component::follow);
        return () -> CompletableFuture.allOf(sources.stream()
                .map(source -> component.unfollow(source).toCompletableFuture())
                .toArray(CompletableFuture[]::new));
    }
}
