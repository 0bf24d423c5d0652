/** World of a simulator: accounts, posts and their texts, each of which follows from the seed and its number. */
package io.hashlake.simulator.world;
