package io.hashlake.simulator.truth;

import java.time.Instant;

/**
 * One connection to a stream.
 *
 * @param number 1 for the first, in the order of connecting
 * @param path which stream
 * @param closed null while it is open
 * @param outcome how it ended: a fault's name such as {@code force-disconnect}, {@code closed} for {@code DELETE
 *     /2/connections/all}, {@code client-gone}, {@code slow-reader}; null while it is open
 * @param posts how many were delivered, repetitions included
 */
public record StreamSession(int number, String path, Instant opened, Instant closed, String outcome, long posts) {

    StreamSession and(long more) {
        return new StreamSession(number, path, opened, closed, outcome, posts + more);
    }

    StreamSession closed(Instant at, String how) {
        return new StreamSession(number, path, opened, at, how, posts);
    }
}
