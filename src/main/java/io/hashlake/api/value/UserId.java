package io.hashlake.api.value;

/** Id of a user's account. */
public record UserId(long value) {

    public static final String ALLOWED = "a user's id, a whole number, 0 or more";

    /** @throws IllegalArgumentException if it is negative */
    public UserId {
        if (value < 0) {
            throw new IllegalArgumentException(ALLOWED);
        }
    }

    static UserId of(String text) {
        return new UserId(Long.parseLong(text));
    }
}
