package io.hashlake.dataset.csv;

/**
 * Line of a file, without its ending.
 *
 * @param number counted from 1
 * @param isCut whether it was longer, and the rest is left out
 */
record Line(long number, String text, boolean isCut) {}
