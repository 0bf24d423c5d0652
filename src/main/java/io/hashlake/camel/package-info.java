/**
 * The Camel components {@code x:}, {@code bluesky:}, {@code mastodon:} and {@code kinesis-stream:}, thin shells over {@link
 * io.hashlake.x}, {@link io.hashlake.bluesky}, {@link io.hashlake.mastodon} and {@link io.hashlake.kinesis}.
 */
package io.hashlake.camel;
