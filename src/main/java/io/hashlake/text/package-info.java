/**
 * Analysis of a post's text: clean text, emojis, language and sentiment. The classes work on any string in time linear
 * in its length, and keep no state about it.
 *
 * <p>Hashtags, mentions and links follow X's own library. The scan for tokens is by hand: a text is read once for all that is
 * found in it, where a regular expression per kind of token reads it many times, some in time that grows with its square.
 */
package io.hashlake.text;
