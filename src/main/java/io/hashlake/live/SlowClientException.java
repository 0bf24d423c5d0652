package io.hashlake.live;

/** A client that does not take what it is sent. Its browser connects again if it is still there. */
final class SlowClientException extends RuntimeException {

    private static final long serialVersionUID = 1;

    SlowClientException() {
        super("the client does not take what it is sent", null, false, false);
    }
}
