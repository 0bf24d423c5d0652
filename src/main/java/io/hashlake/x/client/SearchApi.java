package io.hashlake.x.client;

import io.hashlake.x.json.SearchPage;

/** Searches posts. */
@FunctionalInterface
public interface SearchApi {

    /** One page, or why there is none. Blocks until the total timeout at most. */
    ApiResult<SearchPage> search(SearchRequest request) throws InterruptedException;

    /** Asks X for its time, if no response has given it yet and this API can. */
    default void learnTime() throws InterruptedException {}
}
