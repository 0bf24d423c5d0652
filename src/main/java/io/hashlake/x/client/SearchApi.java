package io.hashlake.x.client;

import io.hashlake.x.json.SearchPage;

/** Searches posts. */
@FunctionalInterface
public interface SearchApi {

    /** One page, or why there is none. Blocks until the total timeout at most. */
    ApiResult<SearchPage> search(SearchRequest request) throws InterruptedException;

    /** Asks what X's time is, if no answer has told it yet and this can. */
    default void learnTime() throws InterruptedException {}
}
