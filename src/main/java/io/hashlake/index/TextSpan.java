package io.hashlake.index;

/**
 * Part of a text that matches a search.
 *
 * @param start index of its first UTF-16 unit
 * @param end index behind its last one
 */
public record TextSpan(int start, int end) {}
