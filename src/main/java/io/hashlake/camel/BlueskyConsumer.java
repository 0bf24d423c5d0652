package io.hashlake.camel;

import io.hashlake.bluesky.BlueskySource;
import io.hashlake.tweet.Hashtag;
import org.apache.camel.Processor;

/** Follows a hashtag on Bluesky. */
final class BlueskyConsumer extends BatchConsumer {

    private final Hashtag hashtag;

    BlueskyConsumer(BlueskyEndpoint endpoint, Processor processor, Hashtag hashtag) {
        super(endpoint, processor);
        this.hashtag = hashtag;
    }

    @Override
    public BlueskyEndpoint getEndpoint() {
        return (BlueskyEndpoint) super.getEndpoint();
    }

    @Override
    Following follow() {
        BlueskyComponent component = getEndpoint().getComponent();
        BlueskySource source = new BlueskySource(getEndpoint().getName(), hashtag, this::process);
        component.follow(source);
        return () -> component.unfollow(source);
    }
}
