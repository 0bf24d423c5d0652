package io.hashlake.bus;

/** A record of which no tweet can be made; the message says why. */
public final class UndecodableRecord extends Exception {

    UndecodableRecord(String message) {
        super(message);
    }

    UndecodableRecord(String message, Throwable cause) {
        super(message, cause);
    }
}
