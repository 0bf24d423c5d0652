/** A simulated Jetstream, the first wire: the world's posts as Bluesky's, over a WebSocket. */
package io.hashlake.simulator.bluesky;
