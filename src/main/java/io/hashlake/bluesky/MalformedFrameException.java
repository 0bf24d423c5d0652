package io.hashlake.bluesky;

/** A frame is not what an instance sends; the message says in what. */
final class MalformedFrameException extends Exception {

    MalformedFrameException(String message) {
        super(message);
    }
}
