/**
 * Posts of Bluesky, from the public Jetstream: a WebSocket without a key that carries every post of the network, of which those
 * with followed hashtags are taken. Uses {@code source}, {@code core} and {@code tweet}.
 */
package io.hashlake.bluesky;
