package io.hashlake.camel;

import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Supplier;
import org.apache.camel.Endpoint;
import org.apache.camel.component.twitter.TwitterConfiguration;
import org.apache.camel.component.twitter.search.TwitterSearchComponent;
import twitter4j.Twitter;

/**
 * Camel's {@code twitter-search:} over a client that keeps the JSON as it was received, wherever version 1.1 is; Camel's own
 * options know neither.
 */
public final class TwitterSearch extends TwitterSearchComponent {

    private final Supplier<Optional<TwitterSettings>> settings;

    /** @param settings asked for when an endpoint is made; empty where nothing is configured */
    public TwitterSearch(Supplier<Optional<TwitterSettings>> settings) {
        this.settings = settings;
    }

    @Override
    protected Endpoint doCreateEndpoint(
            TwitterConfiguration configuration, String uri, String keywords, Map<String, Object> parameters)
            throws Exception {
        configuration.setTwitter(settings.get()
                .map(TwitterSearch::client)
                .orElseThrow(() -> new IllegalArgumentException("twitter-search needs hashlake.twitter.consumer-key,"
                        + " consumer-secret, access-token and access-token-secret")));
        return super.doCreateEndpoint(configuration, uri, keywords, parameters);
    }

    private static Twitter client(TwitterSettings settings) {
        Properties properties = new Properties();
        properties.setProperty("restBaseURL", settings.baseUrl().toString());
        properties.setProperty("oauth.consumerKey", settings.consumerKey());
        properties.setProperty("oauth.consumerSecret", settings.consumerSecret());
        properties.setProperty("oauth.accessToken", settings.accessToken());
        properties.setProperty("oauth.accessTokenSecret", settings.accessTokenSecret());
        properties.setProperty("tweetModeExtended", "true");
        properties.setProperty("jsonStoreEnabled", "true");
        properties.setProperty("http.connectionTimeout", "10000");
        properties.setProperty("http.readTimeout", "30000");
        Twitter.TwitterBuilder builder = Twitter.newBuilder();
        builder.load(properties);
        return builder.build();
    }
}
