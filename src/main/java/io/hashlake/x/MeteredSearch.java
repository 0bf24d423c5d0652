package io.hashlake.x;

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

    /** @param first its origin bears the requests */
    PageWalk walk(SearchRequest first) {
        return new PageWalk(api, spend, first);
    }
}
