package io.hashlake.bus;

/** Texts that UTF-8 can carry: a half of a surrogate pair that stands alone becomes U+FFFD. */
final class WholeCharacters {

    private WholeCharacters() {}

    static String of(String text) {
        int at = 0;
        while (at < text.length()) {
            int character = text.codePointAt(at);
            if (isHalf(character)) {
                return replaceHalves(text);
            }
            at += Character.charCount(character);
        }
        return text;
    }

    private static String replaceHalves(String text) {
        int[] whole = text.codePoints()
                .map(character -> isHalf(character) ? '\uFFFD' : character)
                .toArray();
        return new String(whole, 0, whole.length);
    }

    private static boolean isHalf(int character) {
        return character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
    }
}
