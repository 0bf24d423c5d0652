package io.hashlake.x.json.value;

/**
 * Thrown for a value that cannot be used in otherwise readable JSON. It has no stack trace: it is about the data, not
 * the code.
 */
public final class UnusableValueException extends Exception {

    private static final long serialVersionUID = 1L;

    public UnusableValueException(String reason) {
        super(reason, null, false, false);
    }
}
