package io.hashlake.x.client;

/** Counts posts. */
@FunctionalInterface
public interface CountsApi {

    /** How many posts a query matches, or why that is not known. Costs one request, no posts. Blocks as a search does. */
    Answer<PostCounts> counts(CountsRequest request) throws InterruptedException;
}
