package io.hashlake.x.json.value;

/** Why one piece of otherwise readable JSON cannot be used. Without a stack trace: it is about the data, not the code. */
public final class UnusableValueException extends Exception {

    private static final long serialVersionUID = 1L;

    public UnusableValueException(String reason) {
        super(reason, null, false, false);
    }
}
