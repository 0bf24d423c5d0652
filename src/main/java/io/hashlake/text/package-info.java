/**
 * What is read out of a post's text: a cleaned text, emojis, the language, and the sentiment. Everything here works on any string,
 * in time that grows with its length, and keeps nothing of what it has seen.
 */
package io.hashlake.text;
