package io.hashlake.bus;

/** Texts that UTF-8 can carry: a half of a surrogate pair that stands alone becomes U+FFFD. */
final class WholeCharacters {

    private WholeCharacters() {}

    static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return replaceHalves(text);
            }
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
