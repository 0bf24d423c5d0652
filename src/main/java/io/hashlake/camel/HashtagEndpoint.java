package io.hashlake.camel;

import io.hashlake.tweet.Hashtag;
import org.apache.camel.Component;
import org.apache.camel.Processor;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriParam;

/** Base of the endpoints that follow one hashtag on another network than X. */
public abstract class HashtagEndpoint extends NamedEndpoint {

    @UriParam(description = "The hashtag, with or without its number sign")
    @Metadata(required = true)
    private String hashtag;

    HashtagEndpoint(String uri, Component component, String name) {
        super(uri, component, name);
    }

    /** @throws IllegalArgumentException if an option has no usable value */
    abstract BatchConsumer consumer(Processor processor, Hashtag followed);

    @Override
    final BatchConsumer consumer(Processor processor) {
        return consumer(processor, followed());
    }

    private Hashtag followed() {
        if (hashtag == null || hashtag.isBlank()) {
            throw new IllegalArgumentException("it needs a hashtag, for example hashtag=" + getName());
        }
        return Hashtag.of(hashtag);
    }

    public String getHashtag() {
        return hashtag;
    }

    public void setHashtag(String hashtag) {
        this.hashtag = hashtag;
    }
}
