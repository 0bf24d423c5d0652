package io.hashlake.x.query;

import java.util.List;

/**
 * A request's query that combines several.
 *
 * @param text what is sent
 * @param members the queries whose hashtags are in it; their posts are told apart with {@link SearchQuery#matches}
 */
public record PackedQuery(String text, List<SearchQuery> members) {

    public PackedQuery {
        members = List.copyOf(members);
        if (text.isEmpty() || members.isEmpty()) {
            throw new IllegalArgumentException("a packed query stands for at least one query");
        }
    }
}
