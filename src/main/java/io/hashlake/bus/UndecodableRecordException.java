package io.hashlake.bus;

/** A record of which no tweet can be made; the message says why. */
public final class UndecodableRecordException extends Exception {

    UndecodableRecordException(String message) {
        super(message);
    }

    UndecodableRecordException(String message, Throwable cause) {
        super(message, cause);
    }
}
