package io.hashlake.live;

import java.math.BigDecimal;

/**
 * Posts and requests charged today, in UTC as X counts, and dollars.
 *
 * @param posts posts read
 * @param requests requests made
 * @param allowedPosts posts that may be read today; null without a limit
 * @param dollars what today costs
 * @param cycle what the billing cycle costs
 */
public record SpendToday(long posts, long requests, Long allowedPosts, BigDecimal dollars, CycleSpend cycle) {}
