package io.hashlake.live;

/**
 * Posts and requests charged today, in UTC as X counts.
 *
 * @param posts posts read
 * @param requests requests made
 * @param allowedPosts posts that may be read today; null without a limit
 */
public record SpendToday(long posts, long requests, Long allowedPosts) {}
