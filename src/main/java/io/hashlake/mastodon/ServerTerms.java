package io.hashlake.mastodon;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Terms that a server states beforehand.
 *
 * @param domain in the names of its own accounts
 */
record ServerTerms(String domain) {

    private static final String PUBLIC = "public";
    private static final String TO_USERS = "authenticated";

    /** @throws ClosedServerException if it does not show timelines of hashtags to this client */
    static ServerTerms of(JsonNode instance, MastodonClient client) throws ClosedServerException {
        JsonNode feeds = instance.at("/configuration/timelines_access/hashtag_feeds");
        for (String kind : new String[] {"local", "remote"}) {
            String access = feeds.path(kind).asText(PUBLIC);
            if (!access.equals(PUBLIC) && !(access.equals(TO_USERS) && client.hasToken())) {
                throw new ClosedServerException(client.server().host()
                        + " does not show timelines of hashtags to the public (hashtag_feeds." + kind + " is " + access
                        + "); ask another server, or set hashlake.mastodon.tokens");
            }
        }
        return new ServerTerms(instance.path("domain").asText(client.server().host()));
    }
}
