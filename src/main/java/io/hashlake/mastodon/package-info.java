/**
 * Posts of Mastodon: the public timelines of a hashtag on several servers, polled forward, since no server knows every post. Uses
 * {@code source}, {@code core} and {@code tweet}.
 */
package io.hashlake.mastodon;
