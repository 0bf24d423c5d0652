package io.hashlake.pipeline;

/** Finds the cause at the bottom of an error. */
public final class RootCause {

    private RootCause() {}

    /** The innermost error. */
    public static Throwable of(Throwable error) {
        Throwable cause = error;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return cause;
    }

    /** The first line of the innermost message, without the frames around it. */
    public static String messageOf(Throwable error) {
        Throwable cause = of(error);
        String message = cause.getMessage() == null ? cause.toString() : cause.getMessage();
        return message.lines().findFirst().orElse(message);
    }
}
