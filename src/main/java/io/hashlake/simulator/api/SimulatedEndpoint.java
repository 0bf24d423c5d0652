package io.hashlake.simulator.api;

import io.hashlake.simulator.request.InvalidRequestException;
import io.hashlake.simulator.settings.FaultKind;

/** One of X's endpoints. */
public interface SimulatedEndpoint {

    /** Requests per window. */
    int limit();

    /** Returns whether only one request per second is allowed in addition to the rate limit. */
    default boolean isSlow() {
        return false;
    }

    /** Returns whether the endpoint belongs to version 1.1, which requires OAuth 1 and has its own format of errors. */
    default boolean isLegacy() {
        return false;
    }

    /** Returns whether a fault of this kind can strike a request to the endpoint. */
    default boolean canFail(FaultKind kind) {
        return kind.stage() == FaultKind.Stage.REFUSAL || kind.stage() == FaultKind.Stage.TRANSPORT;
    }

    /** Answers a request; throws {@link InvalidRequestException}. */
    SimulatedReply answer(Request request);
}
