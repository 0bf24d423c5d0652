package io.hashlake.tweet;

/**
 * Text that every sink can store: U+0000, which PostgreSQL refuses, and surrogates without their other half, which UTF-8 cannot
 * carry, become U+FFFD. It is made where a text is read, so that all sinks hold the same.
 */
public final class StorableText {

    static final char REPLACEMENT = '\uFFFD';

    private StorableText() {}

    /** The text itself where all of it can be stored. */
    public static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            // One comparison for nearly all texts: those between U+0001 and the surrogates need no second look.
            if ((char) (text.charAt(i) - 1) >= Character.MIN_SURROGATE - 1 && !isStorable(text, i)) {
                return replaced(text, i);
            }
        }
        return text;
    }

    private static String replaced(String text, int first) {
        StringBuilder storable = new StringBuilder(text);
        for (int i = first; i < text.length(); i++) {
            if (!isStorable(text, i)) {
                storable.setCharAt(i, REPLACEMENT);
            }
        }
        return storable.toString();
    }

    private static boolean isStorable(String text, int index) {
        char c = text.charAt(index);
        if (Character.isHighSurrogate(c)) {
            return index + 1 < text.length() && Character.isLowSurrogate(text.charAt(index + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return index > 0 && Character.isHighSurrogate(text.charAt(index - 1));
        }
        return c != 0;
    }
}
