package io.hashlake.live;

/**
 * What reading has cost today, in the reporting zone.
 *
 * @param posts posts read
 * @param requests requests made
 * @param allowedPosts posts that may be read today; null without a limit
 */
public record Spend(long posts, long requests, Long allowedPosts) {}
