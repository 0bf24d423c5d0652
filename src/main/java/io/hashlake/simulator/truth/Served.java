package io.hashlake.simulator.truth;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Resources in a response, which are billed.
 *
 * @param posts by number
 * @param includedPosts posts that came with these, by number
 * @param users accounts that came with them, by rank
 * @param counts how many answers to requests for counts
 */
public record Served(List<Long> posts, Collection<Long> includedPosts, Collection<Integer> users, int counts) {

    public static final Served NOTHING = new Served(List.of(), Set.of(), Set.of(), 0);

    public static final Served COUNTS = new Served(List.of(), Set.of(), Set.of(), 1);

    public static Served posts(List<Long> posts) {
        return new Served(posts, Set.of(), Set.of(), 0);
    }
}
