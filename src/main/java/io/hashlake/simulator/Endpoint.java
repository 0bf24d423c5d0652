package io.hashlake.simulator;

import java.time.Instant;
import java.util.Optional;

/** One of X's endpoints, all of them GET. */
interface Endpoint {

    /** Requests per window. */
    int limit();

    /** Whether no more than one request a second is allowed beside that. */
    default boolean isSlow() {
        return false;
    }

    /** Whether it answers with pages of posts, which {@link FaultKind.Stage#PAGE} can spoil. */
    default boolean servesPosts() {
        return false;
    }

    /**
     * Answers a request; throws {@link InvalidRequest}.
     *
     * @param fault what to spoil on a page of posts, if anything
     */
    Answer answer(Parameters parameters, Instant now, Optional<FaultKind> fault);
}
