package io.hashlake.camel;

import io.hashlake.tweet.Hashtag;
import org.apache.camel.Category;
import org.apache.camel.Processor;
import org.apache.camel.spi.UriEndpoint;

/** Takes posts with a hashtag from Bluesky's stream, and hands them on as one {@code TweetBatch} an exchange. */
@UriEndpoint(
        firstVersion = "0.3.0",
        scheme = "bluesky",
        title = "Bluesky",
        syntax = "bluesky:jetstream/name",
        consumerOnly = true,
        category = Category.SOCIAL)
public final class BlueskyEndpoint extends HashtagEndpoint {

    BlueskyEndpoint(String uri, BlueskyComponent component, String name) {
        super(uri, component, name);
    }

    @Override
    String path() {
        return "bluesky:jetstream/" + getName();
    }

    @Override
    BatchConsumer consumer(Processor processor, Hashtag followed) {
        return new BlueskyConsumer(this, processor, followed);
    }

    @Override
    public BlueskyComponent getComponent() {
        return (BlueskyComponent) super.getComponent();
    }
}
