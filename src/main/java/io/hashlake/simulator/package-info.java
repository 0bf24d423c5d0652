/**
 * A local X API v2 for the demo, the tests and load: recent and full-archive search, counts and usage over HTTP, on posts of
 * a world that follows from a seed, with faults on demand and with the truth about what it holds and served. It knows
 * nothing of the rest of Hashlake but {@code io.hashlake.tweet}; see {@code docs/simulator.md}.
 */
package io.hashlake.simulator;
