package io.hashlake.mastodon;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Terms that a server states beforehand.
 *
 * @param domain in the names of its own accounts
 */
record ServerTerms(String domain) {

    private static final String PUBLIC = "public";

    /** @throws ClosedServerException if it does not show timelines of hashtags to the public */
    static ServerTerms of(JsonNode instance, MastodonServer server) throws ClosedServerException {
        JsonNode feeds = instance.at("/configuration/timelines_access/hashtag_feeds");
        for (String kind : new String[] {"local", "remote"}) {
            String access = feeds.path(kind).asText(PUBLIC);
            if (!access.equals(PUBLIC)) {
                throw new ClosedServerException(server.host()
                        + " does not show timelines of hashtags to the public (hashtag_feeds." + kind + " is " + access
                        + "); ask another server");
            }
        }
        return new ServerTerms(instance.path("domain").asText(server.host()));
    }
}
