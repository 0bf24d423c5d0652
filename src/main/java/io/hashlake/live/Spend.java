package io.hashlake.live;

/**
 * What reading has cost today; the day is UTC's, as X counts.
 *
 * @param posts posts read
 * @param requests requests made
 * @param allowedPosts posts that may be read today; null without a limit
 */
public record Spend(long posts, long requests, Long allowedPosts) {}
