package io.hashlake.core;

import java.io.IOException;
import java.util.List;

/** Store of rejected input, kept until somebody looks at it. */
@FunctionalInterface
public interface DeadLetters {

    /**
     * Keeps all of them durably.
     *
     * @throws IOException if they could not be kept; the caller must try again before it goes on
     */
    void add(List<Rejected> rejected) throws IOException;
}
