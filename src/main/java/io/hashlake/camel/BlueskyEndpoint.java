package io.hashlake.camel;

import io.hashlake.core.Origins;
import io.hashlake.tweet.Hashtag;
import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.DefaultEndpoint;

/** Takes posts with a hashtag from Bluesky's stream, and hands them on as one {@code TweetBatch} an exchange. */
@UriEndpoint(
        firstVersion = "0.3.0",
        scheme = "bluesky",
        title = "Bluesky",
        syntax = "bluesky:jetstream/name",
        consumerOnly = true,
        category = Category.SOCIAL)
public final class BlueskyEndpoint extends DefaultEndpoint {

    @UriPath(description = "Names the source: its cursor, metrics and files carry it")
    @Metadata(required = true)
    private final String name;

    @UriParam(description = "The hashtag, with or without its number sign")
    @Metadata(required = true)
    private String hashtag;

    BlueskyEndpoint(String uri, BlueskyComponent component, String name) {
        super(uri, component);
        this.name = name;
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        try {
            Origins.require(name);
            BlueskyConsumer consumer = new BlueskyConsumer(this, processor, required());
            configureConsumer(consumer);
            return consumer;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("bluesky:jetstream/" + name + ": " + e.getMessage(), e);
        }
    }

    private Hashtag required() {
        if (hashtag == null || hashtag.isBlank()) {
            throw new IllegalArgumentException("it needs a hashtag, for example hashtag=" + name);
        }
        return Hashtag.of(hashtag);
    }

    @Override
    public Producer createProducer() {
        throw new UnsupportedOperationException(
                "bluesky:jetstream/" + name + " can only be read from: use it in 'from', not in 'to'");
    }

    @Override
    public BlueskyComponent getComponent() {
        return (BlueskyComponent) super.getComponent();
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
}
