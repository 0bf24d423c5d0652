package io.hashlake.warehouse;

/** Text as PostgreSQL can store it: U+0000 and surrogates without their other half become U+FFFD. */
public final class StorableText {

    static final char REPLACEMENT = '\uFFFD';

    private StorableText() {}

    /** The text itself where all of it can be stored. */
    public static String of(String text) {
        StringBuilder storable = null;
        for (int i = 0; i < text.length(); i++) {
            if (!isStorable(text, i)) {
                storable = storable == null ? new StringBuilder(text) : storable;
                storable.setCharAt(i, REPLACEMENT);
            }
        }
        return storable == null ? text : storable.toString();
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
