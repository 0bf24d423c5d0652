package io.hashlake.core;

/**
 * Posts read by all processes, with those that some of them are about to read.
 *
 * @param today on the day asked for
 * @param thisMonth from the first of its month up to it
 */
public record SpendTotals(long today, long thisMonth) {}
