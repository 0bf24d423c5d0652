/** Simulated servers of Mastodon: the world's posts in the public timelines of hashtags, not all of them on each server. */
package io.hashlake.simulator.mastodon;
