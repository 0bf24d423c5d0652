package io.hashlake.dataset.value;

/** A value that its column does not take; the message says what it would take. */
public final class InvalidValueException extends Exception {

    /** A file may have many of them, and nobody asks where in the code each was found. */
    InvalidValueException(String reason) {
        super(reason, null, false, false);
    }
}
