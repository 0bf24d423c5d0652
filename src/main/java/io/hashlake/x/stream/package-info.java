/**
 * Follows X's streams: one {@linkplain io.hashlake.x.stream.StreamHub connection} for all sources of a kind, rules that are
 * kept as the sources want them, batches whose positions are times, and a declared gap for whatever may have been missed.
 *
 * <p>A hub has two threads. One connects, reads and parses; the other shares the posts out, declares gaps and hands over
 * batches. Between them lies a bounded buffer: when what takes the batches is slow, it fills, reading stops, and X, which
 * cannot send any more, ends the connection at some time. Then a gap is declared, as for any other end.
 */
package io.hashlake.x.stream;
