package io.hashlake.x.walk;

import io.hashlake.x.client.SearchApi;
import io.hashlake.x.client.SearchRequest;
import io.hashlake.x.spend.SpendGuard;

/**
 * Searches as far as the budget goes, and counts it.
 *
 * @param spend whose budget it is
 */
public record MeteredSearch(SearchApi api, SpendGuard spend) {

    /** Without a budget, and uncounted. */
    public static MeteredSearch free(SearchApi api) {
        return new MeteredSearch(api, SpendGuard.NONE);
    }

    /**
     * @param first its origin bears the requests
     * @param doubts what may be spent on answers that cannot be right
     */
    public PageWalk walk(SearchRequest first, DoubtAllowance doubts) {
        return new PageWalk(api, spend, first, doubts);
    }
}
