package io.hashlake.x.gap;

import io.hashlake.core.Payload;
import io.hashlake.core.Rejected;
import io.hashlake.tweet.Tweet;
import io.hashlake.x.client.ApiResult;
import io.hashlake.x.client.SearchRequest;
import io.hashlake.x.json.SearchPage;
import io.hashlake.x.query.SearchQuery;
import io.hashlake.x.walk.DoubtAllowance;
import io.hashlake.x.walk.MeteredSearch;
import io.hashlake.x.walk.PageWalk;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** A walk through what is left of a gap, from the newest post down, for as many pages as the turn allows. */
final class GapWalk {

    private final MeteredSearch search;
    private final String origin;
    private final SearchQuery query;
    private final long since;
    private final Map<Long, Tweet> tweets = new LinkedHashMap<>();
    private final List<Rejected> rejected = new ArrayList<>();
    private final List<Payload> payloads = new ArrayList<>();
    private long lowest = Long.MAX_VALUE;
    private boolean complete;
    private boolean doubtful;

    GapWalk(MeteredSearch search, String origin, SearchQuery query, long since) {
        this.search = search;
        this.origin = origin;
        this.query = query;
        this.since = since;
    }

    /**
     * Walks on from the last post before {@code until}, and returns the last answer.
     *
     * @param doubts what may be spent on answers that cannot be right
     * @param isHeld whether this process may go on
     */
    ApiResult<SearchPage> run(long until, GapBudget budget, DoubtAllowance doubts, BooleanSupplier isHeld)
            throws InterruptedException {
        SearchRequest.Scope scope = SearchRequest.Scope.RECENT;
        PageWalk walk = search.walk(
                new SearchRequest(origin, scope, query.text(), since, until, null, scope.maxResults()), doubts);
        while (true) {
            budget.spend();
            ApiResult<SearchPage> answer = walk.next(found -> Map.of(origin, found.size()));
            budget.hear(answer);
            if (!(answer instanceof ApiResult.Ok<SearchPage> ok)) {
                return answer;
            }
            doubtful = walk.isDoubtful() || walk.hole().isPresent();
            if (walk.hole().isEmpty()) {
                collect(ok.value());
                complete = walk.isComplete();
            }
            if (complete || doubtful || budget.isSpent() || !isHeld.getAsBoolean()) {
                return answer;
            }
        }
    }

    /** Returns whether the walk reached the gap's beginning. */
    boolean isComplete() {
        return complete;
    }

    /** Returns whether the walk comes no further, or lacks posts, although X has not reported the end. */
    boolean isDoubtful() {
        return doubtful;
    }

    /** Returns whether the gap had no posts at all, readable or not. */
    boolean isEmpty() {
        return lowest == Long.MAX_VALUE;
    }

    /** Returns the id down to which, inclusive, everything was listed. */
    long lowest() {
        return complete ? since + 1 : lowest;
    }

    /** Returns the posts listed, each once. */
    List<Tweet> tweets() {
        return List.copyOf(tweets.values());
    }

    List<Rejected> rejected() {
        return rejected;
    }

    /** The pages as received; empty unless payloads are kept. */
    List<Payload> payloads() {
        return payloads;
    }

    private void collect(SearchPage page) {
        page.tweets().forEach(tweet -> tweets.putIfAbsent(tweet.id(), tweet));
        rejected.addAll(page.rejected());
        page.payload().ifPresent(payloads::add);
        lowest = Math.min(lowest, page.oldestId().orElse(Long.MAX_VALUE));
    }
}
