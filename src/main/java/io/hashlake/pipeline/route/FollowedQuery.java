package io.hashlake.pipeline.route;

import io.hashlake.x.client.SearchRequest.Scope;
import java.util.List;

/**
 * Query that a route of {@code x:} asks X for.
 *
 * @param name of the source
 * @param isRule whether it is a rule of the filtered stream rather than a search
 * @param scope of the search
 */
public record FollowedQuery(String name, String query, boolean isRule, Scope scope) {

    /** The queries of files in which {@link RouteLint} finds nothing wrong; those with a placeholder are not known here. */
    public static List<FollowedQuery> in(List<RouteFile> files) {
        return SourceRoute.addressed(SourceRoute.definitions(files))
                .flatMap(route -> XAddress.of(route.uri(), route.options()).stream())
                .filter(XAddress::hasQuery)
                .map(address ->
                        new FollowedQuery(address.name(), address.query(), !address.isSearch(), address.scope()))
                .toList();
    }
}
