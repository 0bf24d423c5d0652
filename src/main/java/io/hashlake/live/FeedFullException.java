package io.hashlake.live;

/** There is no room for another client just now, or for another selection. */
final class FeedFullException extends RuntimeException {

    private static final long serialVersionUID = 1;

    FeedFullException(String message) {
        super(message, null, false, false);
    }
}
