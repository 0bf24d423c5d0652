package io.hashlake.pipeline.route;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Address from which a route reads posts.
 *
 * @param name of the source
 * @param hasServers whether each server is a source of its own, named after the route and the server
 */
public record SourceUri(String name, boolean hasServers) {

    private static final String MASTODON = "mastodon:tag";
    private static final Pattern NAMED = Pattern.compile(
            "(x:search|x:stream|x:sample|bluesky:jetstream|" + MASTODON + ")/([^?]+)(?:\\?.*)?", Pattern.DOTALL);

    /** Empty if that is no such address, or a placeholder hides the name. */
    static Optional<SourceUri> of(String uri) {
        Matcher address = NAMED.matcher(uri);
        return address.matches() && !address.group(2).contains("{{")
                ? Optional.of(new SourceUri(address.group(2), address.group(1).equals(MASTODON)))
                : Optional.empty();
    }
}
