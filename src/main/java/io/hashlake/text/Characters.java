package io.hashlake.text;

/** Classes of characters in text written by people. */
final class Characters {

    static final char ZERO_WIDTH_JOINER = '\u200D';
    static final char TEXT_SELECTOR = '\uFE0E';
    static final char EMOJI_SELECTOR = '\uFE0F';
    static final char KEYCAP = '\u20E3';

    private static final int LAST_SELECTOR = 0xFE0F;
    private static final int FIRST_SELECTOR = 0xFE00;
    private static final int ASCII = 0x80;

    private static final int LETTERS = 1 << Character.UPPERCASE_LETTER
            | 1 << Character.LOWERCASE_LETTER
            | 1 << Character.TITLECASE_LETTER
            | 1 << Character.MODIFIER_LETTER
            | 1 << Character.OTHER_LETTER
            | 1 << Character.NON_SPACING_MARK
            | 1 << Character.COMBINING_SPACING_MARK;

    private static final int INVISIBLE = 1 << Character.CONTROL | 1 << Character.FORMAT | 1 << Character.SURROGATE;

    /** The last two code points of each plane are no characters and never will be. */
    private static final int NO_CHARACTER = 0xFFFE;

    private Characters() {}

    static boolean isAsciiLetterOrDigit(int c) {
        return isAsciiLetter(c) || isAsciiDigit(c);
    }

    static boolean isAsciiLetter(int c) {
        int lower = c | 0x20;
        return lower >= 'a' && lower <= 'z';
    }

    static boolean isAsciiDigit(int c) {
        return c >= '0' && c <= '9';
    }

    /** Letters and the marks that are written onto them. */
    static boolean isLetter(int c) {
        return c < ASCII ? isAsciiLetter(c) : isOf(LETTERS, c) && !isSelector(c);
    }

    static boolean isDigit(int c) {
        return c < ASCII ? isAsciiDigit(c) : Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER;
    }

    static boolean isLetterOrDigit(int c) {
        return isLetter(c) || isDigit(c);
    }

    static boolean isSpace(int c) {
        return c < ASCII ? c == ' ' || c >= '\t' && c <= '\r' : Character.isSpaceChar(c) || c == '\u0085';
    }

    /**
     * Returns whether the character is invisible but not white space: controls, zero-width characters, selectors, lone
     * surrogates and unassigned code points.
     */
    static boolean isInvisible(int c) {
        if (c < ASCII) {
            return c < ' ' && !isSpace(c) || c == '\u007F';
        }
        return isOf(INVISIBLE, c) && c != '\u0085' || isSelector(c) || isBlank(c) || (c & NO_CHARACTER) == NO_CHARACTER;
    }

    /** The code point at this index; 0 outside the text. */
    static int at(String text, int index) {
        if (index < 0 || index >= text.length()) {
            return 0;
        }
        char c = text.charAt(index);
        return Character.isSurrogate(c) ? text.codePointAt(index) : c;
    }

    /** The code point that ends before this index; 0 at the text's start. */
    static int before(String text, int index) {
        return index > 0 ? text.codePointBefore(index) : 0;
    }

    /** Fillers and joiners that count as letters, marks or signs but show nothing. */
    private static boolean isBlank(int c) {
        return c == '\u034F' || c == '\u115F' || c == '\u1160' || c == '\u3164' || c == '\uFFA0' || c == '\u2800';
    }

    private static boolean isSelector(int c) {
        return c >= FIRST_SELECTOR && c <= LAST_SELECTOR || c >= 0xE0100 && c <= 0xE01EF || c >= 0x180B && c <= 0x180F;
    }

    private static boolean isOf(int types, int c) {
        return (types >> Character.getType(c) & 1) != 0;
    }
}
