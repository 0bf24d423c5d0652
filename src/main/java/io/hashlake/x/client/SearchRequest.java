package io.hashlake.x.client;

import io.hashlake.core.Origins;
import io.hashlake.x.query.SearchQuery;
import java.util.Objects;

/**
 * One page of a search.
 *
 * @param origin for whom it is searched; rejected pieces carry it
 * @param query in X's query language
 * @param sinceId only tweets after this id; 0 for as far back as the scope reaches
 * @param untilId only tweets before this id; 0 for up to now
 * @param nextToken what the page before gave; null for the first page
 * @param maxResults 10 to {@link Scope#maxResults}
 */
public record SearchRequest(
        String origin, Scope scope, String query, long sinceId, long untilId, String nextToken, int maxResults) {

    /** Time range that is searched. */
    public enum Scope {
        /** The last seven days. */
        RECENT(ApiEndpoint.SEARCH_RECENT, 100, SearchQuery.DEFAULT_LIMIT),
        /** Everything since 2006, open to every pay-per-use app. */
        ALL(ApiEndpoint.SEARCH_ALL, 500, 1_024);

        private final ApiEndpoint endpoint;
        private final int maxResults;
        private final int maxQuery;

        Scope(ApiEndpoint endpoint, int maxResults, int maxQuery) {
            this.endpoint = endpoint;
            this.maxResults = maxResults;
            this.maxQuery = maxQuery;
        }

        /** The largest page. */
        public int maxResults() {
            return maxResults;
        }

        /** The longest query, in Unicode code points. */
        public int maxQuery() {
            return maxQuery;
        }

        ApiEndpoint endpoint() {
            return endpoint;
        }
    }

    /** The smallest page. */
    public static final int MIN_RESULTS = 10;

    public SearchRequest {
        Origins.require(origin);
        Objects.requireNonNull(scope, "scope");
        if (query == null || query.isBlank()) {
            throw new IllegalArgumentException("a search needs a query");
        }
        if (sinceId < 0 || untilId < 0) {
            throw new IllegalArgumentException("since " + sinceId + " until " + untilId + ": an id is not negative");
        }
        if (maxResults < MIN_RESULTS || maxResults > scope.maxResults) {
            throw new IllegalArgumentException("a page of " + maxResults + " results was asked for, but X serves "
                    + MIN_RESULTS + " to " + scope.maxResults);
        }
    }

    /** Another page of the same search. */
    public SearchRequest at(long until, String token, int results) {
        return new SearchRequest(origin, scope, query, sinceId, until, token, results);
    }
}
