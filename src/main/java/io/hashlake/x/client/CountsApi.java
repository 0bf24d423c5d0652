package io.hashlake.x.client;

/** Counts posts. */
@FunctionalInterface
public interface CountsApi {

    /**
     * Returns the number of posts that a query matches, or why it is unknown. Costs one request and no posts. Blocks as
     * a search does.
     */
    ApiResult<PostCounts> counts(CountsRequest request) throws InterruptedException;
}
