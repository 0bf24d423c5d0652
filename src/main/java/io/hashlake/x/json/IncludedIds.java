package io.hashlake.x.json;

import java.util.Set;

/** Ids of what came with the posts of an answer: other posts, and accounts. */
public record IncludedIds(Set<Long> posts, Set<Long> users) {

    public static final IncludedIds NONE = new IncludedIds(Set.of(), Set.of());

    public IncludedIds {
        posts = Set.copyOf(posts);
        users = Set.copyOf(users);
    }
}
