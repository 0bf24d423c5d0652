package io.hashlake.text.sentiment;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Words as they are compared: small, without accents, a letter at most twice in a row ({@code sooo} is {@code soo}),
 * and laughter of one length ({@code hahahaha} is {@code haha}).
 */
final class Letters {

    private static final char[] LATIN = new char[0x250];
    private static final int LAUGH = 4;

    static {
        for (char letter = 0; letter < LATIN.length; letter++) {
            String plain = Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFD);
            LATIN[letter] = plain.toLowerCase(Locale.ROOT).charAt(0);
        }
    }

    private Letters() {}

    /** Puts a word of a text into the target, which must have room, and returns the index after it. */
    static int fold(String text, int from, int to, char[] target, int start) {
        int end = start;
        for (int i = from; i < to; i++) {
            char letter = fold(text.charAt(i));
            boolean third = end >= start + 2 && target[end - 1] == letter && target[end - 2] == letter;
            if (!third && !isMark(letter)) {
                target[end++] = letter;
            }
        }
        return isLaughter(target, start, end) ? start + LAUGH : end;
    }

    /** Returns whether the text has accents that are characters of their own. */
    static boolean hasMarks(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (isMark(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Takes from every double letter one away, and returns the index after what is left. */
    static int single(char[] letters, int from, int to) {
        int end = from;
        for (int i = from; i < to; i++) {
            if (end == from || letters[end - 1] != letters[i]) {
                letters[end++] = letters[i];
            }
        }
        return end;
    }

    private static char fold(char letter) {
        if (letter < LATIN.length) {
            return LATIN[letter];
        }
        return letter == '’' ? '\'' : Character.toLowerCase(letter);
    }

    private static boolean isMark(char c) {
        return c >= 0x300 && c <= 0x36F;
    }

    private static boolean isLaughter(char[] letters, int from, int to) {
        for (int i = from + 2; i < to; i++) {
            if (letters[i] != letters[i - 2]) {
                return false;
            }
        }
        return to - from > LAUGH;
    }
}
