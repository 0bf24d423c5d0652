package io.hashlake.live;

/** The limit of clients, or of different selections, is reached. */
final class FeedFullException extends RuntimeException {

    private static final long serialVersionUID = 1;

    FeedFullException(String message) {
        super(message, null, false, false);
    }
}
