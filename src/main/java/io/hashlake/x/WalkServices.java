package io.hashlake.x;

import io.hashlake.tweet.Gaps;

/**
 * What the walks of a poller have in common.
 *
 * @param doubts what may be spent on answers that cannot be right
 */
record WalkServices(MeteredSearch search, SearchSettings settings, Gaps gaps, XTime time, DoubtAllowance doubts) {}
