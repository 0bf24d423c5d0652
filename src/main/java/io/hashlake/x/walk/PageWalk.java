package io.hashlake.x.walk;

import io.hashlake.core.spend.Resource;
import io.hashlake.tweet.Tweet;
import io.hashlake.x.client.ApiResult;
import io.hashlake.x.client.SearchApi;
import io.hashlake.x.client.SearchRequest;
import io.hashlake.x.json.IncludedIds;
import io.hashlake.x.json.SearchPage;
import io.hashlake.x.spend.Receipt;
import io.hashlake.x.spend.SpendGuard;
import io.hashlake.x.spend.SpendGuard.Permit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Asks for one page of a search after the other, as far as the budget goes: what is left of it may make a page smaller. What
 * X calls the next page is of the same size as the last one; where another size is wanted, or where the next page is none,
 * the search is asked anew below what was seen.
 */
public final class PageWalk {

    private final SearchApi api;
    private final SpendGuard spend;
    private final SearchRequest first;
    private final WalkProgress progress;
    private long chainUntil;
    private int size;

    PageWalk(SearchApi api, SpendGuard spend, SearchRequest first, DoubtAllowance doubts) {
        this.api = api;
        this.spend = spend;
        this.first = first;
        this.progress = new WalkProgress(first.sinceId(), first.untilId(), doubts);
    }

    /**
     * The next page, or why there is none.
     *
     * @param bearers tells which source bears how many of these posts, each once; what cannot be read is the request's origin's
     */
    public ApiResult<SearchPage> next(Function<List<Tweet>, Map<String, Integer>> bearers) throws InterruptedException {
        ApiResult<SearchPage> answer = ask(bearers);
        while (answer instanceof ApiResult.Ok<SearchPage> page && progress.isWorthAskingAgain(page.value())) {
            ApiResult<SearchPage> again = ask(bearers);
            if (!(again instanceof ApiResult.Ok<SearchPage> second)) {
                return again;
            }
            answer = isBetter(second.value(), page.value()) ? again : answer;
        }
        if (answer instanceof ApiResult.Ok<SearchPage> page) {
            progress.after(page.value(), size);
        }
        return answer;
    }

    /**
     * Returns whether a repeated page is better. An empty one is not, after a page that announced posts, even if it
     * announces none itself.
     */
    private static boolean isBetter(SearchPage again, SearchPage before) {
        return !again.isEmpty() && again.tweets().size() >= before.tweets().size();
    }

    /** Returns whether every page was returned, as far as can be told. */
    public boolean isComplete() {
        return progress.end() == WalkProgress.End.COMPLETE;
    }

    /** Returns whether X neither returns more nor reports the end. */
    public boolean isDoubtful() {
        return progress.end() == WalkProgress.End.DOUBTFUL;
    }

    /** Returns the ids between which the last page lacks posts that it announces; empty if it lacks none. */
    public Optional<MissingIds> hole() {
        return progress.hole();
    }

    private ApiResult<SearchPage> ask(Function<List<Tweet>, Map<String, Integer>> bearers) throws InterruptedException {
        ApiResult<Permit> asked = spend.ask(SearchRequest.MIN_RESULTS, first.maxResults());
        if (!(asked instanceof ApiResult.Ok<Permit> permit)) {
            return asked.failed();
        }
        try (Receipt receipt = spend.receipt(permit.value())) {
            ApiResult<SearchPage> answer = ask(permit.value().posts());
            if (answer instanceof ApiResult.Ok<SearchPage> page) {
                receipt.posts(page.value().tweets(), bearers);
                receipt.add(first.origin(), Resource.POST, rejected(page.value(), permit.value()));
                IncludedIds included = page.value().included();
                receipt.included(first.origin(), included.posts(), included.users());
            }
            return answer;
        }
    }

    private ApiResult<SearchPage> ask(int posts) throws InterruptedException {
        String token = posts == size ? progress.token() : null;
        chainUntil = token == null ? progress.lowest() : chainUntil;
        size = posts;
        spend.requested(first.origin());
        return api.search(first.at(chainUntil, token, posts));
    }

    /** Of what was rejected some may be parts of posts that were read, but no page has more than was asked for. */
    private static int rejected(SearchPage page, Permit permit) {
        int room = permit.posts() - page.tweets().size();
        return Math.max(0, Math.min(page.rejected().size(), room));
    }
}
