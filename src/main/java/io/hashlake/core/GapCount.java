package io.hashlake.core;

/** How many gaps of a source are in a state. */
public record GapCount(String source, GapState state, long gaps) {}
