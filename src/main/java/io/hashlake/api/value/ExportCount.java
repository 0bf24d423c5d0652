package io.hashlake.api.value;

/** Maximum number of posts in an export. */
public record ExportCount(int value) {

    /** Most of an export. */
    public static final int MAX = 1_000_000;

    static final String ALLOWED = "a whole number from 1 to " + MAX;

    /** @throws IllegalArgumentException if it is out of range */
    public ExportCount {
        if (value < 1 || value > MAX) {
            throw new IllegalArgumentException(ALLOWED);
        }
    }

    static ExportCount of(String text) {
        return new ExportCount(Integer.parseInt(text));
    }
}
