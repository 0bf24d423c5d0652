package io.hashlake.camel;

import io.hashlake.core.Origins;
import io.hashlake.tweet.Hashtag;
import org.apache.camel.Component;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;

/** Base of the endpoints that follow one hashtag on another network than X. */
public abstract class HashtagEndpoint extends SourceEndpoint {

    @UriPath(description = "Names the source: its cursor, metrics and files carry it")
    @Metadata(required = true)
    private final String name;

    @UriParam(description = "The hashtag, with or without its number sign")
    @Metadata(required = true)
    private String hashtag;

    HashtagEndpoint(String uri, Component component, String name) {
        super(uri, component);
        this.name = name;
    }

    /** @throws IllegalArgumentException if an option has no usable value */
    abstract BatchConsumer consumer(Processor processor, Hashtag followed);

    @Override
    public final Consumer createConsumer(Processor processor) throws Exception {
        try {
            Origins.require(name);
            BatchConsumer consumer = consumer(processor, followed());
            configureConsumer(consumer);
            return consumer;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(path() + ": " + e.getMessage(), e);
        }
    }

    private Hashtag followed() {
        if (hashtag == null || hashtag.isBlank()) {
            throw new IllegalArgumentException("it needs a hashtag, for example hashtag=" + name);
        }
        return Hashtag.of(hashtag);
    }

    @Override
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
