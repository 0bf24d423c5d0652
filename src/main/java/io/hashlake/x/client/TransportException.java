package io.hashlake.x.client;

/** Thrown when no readable response arrives; the message says why. */
public final class TransportException extends Exception {

    private static final long serialVersionUID = 1L;

    private final RequestOutcome outcome;

    TransportException(RequestOutcome outcome, String reason) {
        super(reason);
        this.outcome = outcome;
    }

    RequestOutcome outcome() {
        return outcome;
    }
}
