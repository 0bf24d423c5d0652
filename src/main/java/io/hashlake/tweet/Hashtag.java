package io.hashlake.tweet;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
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

    /** Marks of all other scripts make other letters (パ of ハ, й of и) or are vowels (in Hindi, Thai, Arabic). */
    private static final Pattern ACCENTED = Pattern.compile("([\\p{IsLatin}\\p{IsGreek}])\\p{M}+");

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
        String bare = text.startsWith("#") || text.startsWith("＃") ? text.substring(1) : text;
        return new Hashtag(bare, canonical(bare));
    }

    /**
     * The form in which X's search compares hashtags, in which Latin and Greek letters have no accents: {@code saúde} and
     * {@code saude} have the same.
     */
    public String searchForm() {
        if (isAscii(canonical)) {
            return canonical;
        }
        return ACCENTED.matcher(Normalizer.normalize(canonical, Normalizer.Form.NFD))
                .replaceAll("$1");
    }

    /** Whether X's search takes the two for the same. */
    public boolean matches(Hashtag other) {
        return searchForm().equals(other.searchForm());
    }

    private static String canonical(String text) {
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
