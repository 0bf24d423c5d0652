package io.hashlake.x;

/** Searches posts. */
@FunctionalInterface
public interface SearchApi {

    /** One page, or why there is none. Blocks until the total timeout at most. */
    Answer<SearchPage> search(SearchRequest request) throws InterruptedException;
}
