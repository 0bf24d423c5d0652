package io.hashlake.api.value;

/** A post's id. */
public record PostId(long value) {

    static final String ALLOWED = "a post's id, a whole number above 0";

    /** @throws IllegalArgumentException if it is not above 0 */
    public PostId {
        if (value < 1) {
            throw new IllegalArgumentException(ALLOWED);
        }
    }

    static PostId of(String text) {
        return new PostId(Long.parseLong(text));
    }
}
