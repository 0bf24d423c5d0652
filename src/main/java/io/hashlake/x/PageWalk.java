package io.hashlake.x;

import io.hashlake.tweet.Tweet;
import io.hashlake.x.SpendGuard.Permit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Asks for one page of a search after the other, as far as the budget goes: what is left of it may make a page smaller. What
 * X calls the next page is of the same size as the last one; where another size is wanted, the search is asked anew below
 * what was seen.
 */
final class PageWalk {

    private final SearchApi api;
    private final SpendGuard spend;
    private final SearchRequest first;
    private String token;
    private int size;
    private long lowest;

    PageWalk(SearchApi api, SpendGuard spend, SearchRequest first) {
        this.api = api;
        this.spend = spend;
        this.first = first;
        this.lowest = first.untilId();
    }

    /**
     * The next page, or why there is none.
     *
     * @param bearers tells which source bears how many of these posts, each once; what cannot be read is the request's origin's
     */
    Answer<SearchPage> next(Function<List<Tweet>, Map<String, Integer>> bearers) throws InterruptedException {
        Answer<Permit> asked = spend.ask(SearchRequest.MIN_RESULTS, first.maxResults());
        if (asked instanceof Answer.Wait<Permit> wait) {
            return new Answer.Wait<>(wait.until(), wait.reason());
        }
        if (!(asked instanceof Answer.Ok<Permit> permit)) {
            return new Answer.Retry<>(((Answer.Retry<Permit>) asked).reason());
        }
        Map<String, Integer> read = new HashMap<>();
        try {
            Answer<SearchPage> answer = ask(permit.value().posts());
            if (answer instanceof Answer.Ok<SearchPage> page) {
                read.putAll(bearers.apply(page.value().tweets()));
                addRejected(page.value(), permit.value(), read);
            }
            return answer;
        } finally {
            spend.settle(permit.value(), read);
        }
    }

    /** Whether the last page was the last there is. */
    boolean isComplete() {
        return token == null;
    }

    private Answer<SearchPage> ask(int posts) throws InterruptedException {
        SearchRequest request = posts == size ? first.at(first.untilId(), token, posts) : first.at(lowest, null, posts);
        spend.requested(first.origin());
        Answer<SearchPage> answer = api.search(request);
        if (answer instanceof Answer.Ok<SearchPage> page) {
            size = posts;
            token = page.value().nextToken().orElse(null);
            long oldest = page.value().oldestId().orElse(Long.MAX_VALUE);
            lowest = lowest == 0 ? oldest : Math.min(lowest, oldest);
        }
        return answer;
    }

    /** Of what was rejected some may be parts of posts that were read, but no page has more than was asked for. */
    private void addRejected(SearchPage page, Permit permit, Map<String, Integer> read) {
        int room = permit.posts() - page.tweets().size();
        int rejected = Math.min(page.rejected().size(), room);
        if (rejected > 0) {
            read.merge(first.origin(), rejected, Integer::sum);
        }
    }
}
