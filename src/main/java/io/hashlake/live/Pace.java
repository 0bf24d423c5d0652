package io.hashlake.live;

/**
 * Rate at which posts arrive.
 *
 * @param perMinute mean of the last five minutes
 * @param minutes posts a minute of the last half hour, the one that runs last; with several hashtags, a post that carries two
 *     counts twice
 */
record Pace(double perMinute, long[] minutes) {}
