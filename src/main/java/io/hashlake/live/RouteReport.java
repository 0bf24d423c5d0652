package io.hashlake.live;

import io.hashlake.tweet.Hashtag;
import java.util.List;

/** Tells what this process follows. */
@FunctionalInterface
public interface RouteReport {

    /** Returns the hashtags to choose from before there are posts. */
    List<Hashtag> followed();

    /** Returns whether a hashtag can be followed through the API of this process, by those who have the token. */
    default boolean canFollow() {
        return false;
    }

    /** Returns the sources that wait, for X's rate limit for instance, or have stopped. */
    default List<SourceTrouble> troubles() {
        return List.of();
    }

    /** Returns the route files that are refused now. */
    default List<RefusedRoutes> refused() {
        return List.of();
    }
}
