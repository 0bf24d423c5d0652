package io.hashlake.core;

/** Number of a source's gaps in one state. */
public record GapCount(String source, GapState state, long gaps) {}
