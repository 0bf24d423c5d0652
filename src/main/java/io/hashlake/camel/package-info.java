/**
 * The Camel components {@code x:}, {@code bluesky:} and {@code mastodon:}, thin shells over {@link io.hashlake.x}, {@link
 * io.hashlake.bluesky} and {@link io.hashlake.mastodon}.
 */
package io.hashlake.camel;
