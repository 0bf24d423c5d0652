package io.hashlake.x.search;

import io.hashlake.tweet.Snowflake;
import io.hashlake.x.client.SearchRequest;
import io.hashlake.x.walk.RecentSearch;
import java.time.Duration;
import java.time.Instant;

/**
 * Settings by which a group of searches is polled.
 *
 * @param scope recent posts or the full archive
 * @param interval from one poll to the next, 1 s to 1 day
 * @param lookBack how far back a search without a cursor begins, at most 7 days for recent posts
 * @param maxResults posts a page, 10 to 100 (500 for the archive)
 * @param settling how late X may list a post: polls reach back so far, 0 to 1 h
 */
public record SearchSettings(
        SearchRequest.Scope scope, Duration interval, Duration lookBack, int maxResults, Duration settling) {

    /** Default of how late X may list a post. */
    public static final Duration DEFAULT_SETTLING = Duration.ofSeconds(60);

    public SearchSettings {
        require(
                interval.compareTo(Duration.ofSeconds(1)) >= 0 && interval.compareTo(Duration.ofDays(1)) <= 0,
                "delay is " + interval + ", allowed is 1 s to 1 day");
        boolean recent = scope == SearchRequest.Scope.RECENT;
        require(
                !lookBack.isNegative() && (!recent || lookBack.compareTo(RecentSearch.LENGTH) <= 0),
                "lookBack is " + lookBack + ", allowed is 0 to 7 days: recent search goes no further back");
        int most = recent ? 100 : 500;
        require(
                !settling.isNegative() && settling.compareTo(Duration.ofHours(1)) <= 0,
                "settling is " + settling + ", allowed is 0 to 1 h");
        require(maxResults >= 10 && maxResults <= most, "maxResults is " + maxResults + ", allowed is 10 to " + most);
    }

    /** With the default settling time. */
    public SearchSettings(SearchRequest.Scope scope, Duration interval, Duration lookBack, int maxResults) {
        this(scope, interval, lookBack, maxResults, DEFAULT_SETTLING);
    }

    /** The lowest id after which posts can be searched for. */
    long oldestSearchable(Instant now) {
        return scope == SearchRequest.Scope.ALL ? 0 : Snowflake.firstAt(RecentSearch.reach(now));
    }

    private static void require(boolean allowed, String problem) {
        if (!allowed) {
            throw new IllegalArgumentException(problem);
        }
    }
}
