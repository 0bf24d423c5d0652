package io.hashlake.simulator.api;

import io.hashlake.simulator.request.InvalidRequestException;
import io.hashlake.simulator.settings.FaultKind;

/** One of X's endpoints. */
public interface Endpoint {

    /** Requests per window. */
    int limit();

    /** Whether no more than one request a second is allowed beside that. */
    default boolean isSlow() {
        return false;
    }

    /** Whether it is one of version 1.1: OAuth 1 is demanded, and errors have another shape. */
    default boolean isLegacy() {
        return false;
    }

    /** Whether a fault of this kind can befall a request to it. */
    default boolean canFail(FaultKind kind) {
        return kind.stage() == FaultKind.Stage.REFUSAL || kind.stage() == FaultKind.Stage.TRANSPORT;
    }

    /** Answers a request; throws {@link InvalidRequestException}. */
    Reply answer(Request request);
}
