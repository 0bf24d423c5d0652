/**
 * Analysis of a post's text: clean text, emojis, language and sentiment. The classes work on any string in time linear
 * in its length, and keep no state about it.
 */
package io.hashlake.text;
