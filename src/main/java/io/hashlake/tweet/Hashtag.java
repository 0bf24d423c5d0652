package io.hashlake.tweet;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A hashtag without its {@code #}.
 *
 * @param text as the author wrote it
 * @param canonical NFKC-normalised and case-folded: two spellings of the same hashtag have the same canonical form, and
 *     it is what partitions and joins use. Accents are kept: {@code saude} and {@code saúde} are two hashtags.
 */
public record Hashtag(String text, String canonical) {

    /** X ends a hashtag long before this; the bound keeps a hostile payload from making a path too long to store. */
    public static final int MAX_LENGTH = 200;

    private static final int MARKS =
            1 << Character.NON_SPACING_MARK | 1 << Character.COMBINING_SPACING_MARK | 1 << Character.ENCLOSING_MARK;

    /**
     * Signs that X allows in hashtags beside letters, marks and digits: joiners, and marks that some scripts write
     * within words.
     */
    private static final String SIGNS =
            "_\u200c\u200d\ua67e\u05be\u05f3\u05f4\uff5e\u301c\u309b\u309c\u30a0\u30fb\u3003" + "\u0f0b\u0f0c\u00b7";

    /** Its capital is I, whose small letter is i: the only letter whose case folding is not that of its capital. */
    private static final char DOTLESS_I = 'ı';

    public Hashtag {
        if (text.isEmpty() || canonical.isEmpty()) {
            throw new IllegalArgumentException("a hashtag needs at least one character");
        }
        if (canonical.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("a hashtag of " + canonical.length() + " characters is longer than the "
                    + MAX_LENGTH + " that are allowed");
        }
    }

    /** The hashtag written as {@code text}, with or without a leading {@code #}. */
    public static Hashtag of(String text) {
        String bare = bare(text);
        return new Hashtag(bare, canonical(bare));
    }

    /** The text without the sign in front of it, if there is one. */
    public static String bare(String text) {
        return text.startsWith("#") || text.startsWith("＃") ? text.substring(1) : text;
    }

    /** Returns the characters of the text that can occur in a hashtag. */
    public static String partsOf(String text) {
        return text.codePoints()
                .filter(Hashtag::isPart)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Tells whether all of it can stand in a hashtag: X ends one at any other sign, so no post carries it. */
    public boolean isWellFormed() {
        return text.codePoints().allMatch(Hashtag::isPart);
    }

    /** Returns whether the code point can occur in a hashtag, by X's own rule. */
    public static boolean isPart(int c) {
        return Character.isLetterOrDigit(c) || (MARKS >> Character.getType(c) & 1) == 1 || SIGNS.indexOf(c) >= 0;
    }

    /**
     * The form in which X's search compares hashtags, in which Latin and Greek letters have no accents: {@code saúde} and
     * {@code saude} have the same.
     */
    public String searchForm() {
        return isAscii(canonical) ? canonical : SearchForm.of(canonical);
    }

    /** Returns whether X's search treats the two as the same. */
    public boolean matches(Hashtag other) {
        return searchForm().equals(other.searchForm());
    }

    /** The canonical form of a hashtag without its sign. */
    public static String canonical(String text) {
        if (isAscii(text)) {
            return text.toLowerCase(Locale.ROOT);
        }
        String folded = fold(Normalizer.normalize(text, Normalizer.Form.NFKC));
        return Normalizer.normalize(folded, Normalizer.Form.NFKC);
    }

    private static String fold(String text) {
        if (text.indexOf(DOTLESS_I) < 0) {
            return foldPart(text);
        }
        return Arrays.stream(text.split(String.valueOf(DOTLESS_I), -1))
                .map(Hashtag::foldPart)
                .collect(Collectors.joining(String.valueOf(DOTLESS_I)));
    }

    /**
     * Lower, upper and lower case again is what the JDK has of Unicode's full case folding: the first step takes the capital
     * sharp s to the small one, which only the second makes two letters. The final sigma is the exception.
     */
    private static String foldPart(String text) {
        return text.toLowerCase(Locale.ROOT)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT)
                .replace('ς', 'σ');
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }
}
