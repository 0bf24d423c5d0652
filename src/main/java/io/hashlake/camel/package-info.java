/** The Camel components {@code x:} and {@code bluesky:}, thin shells over {@link io.hashlake.x} and {@link io.hashlake.bluesky}. */
package io.hashlake.camel;
