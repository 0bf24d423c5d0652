package io.hashlake.simulator.world;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Comparison of texts as X does it, always ignoring case. */
public enum Folding {
    /** Search does not look at the accents of Latin and Greek letters; marks of other scripts tell words apart. */
    SEARCH {
        @Override
        public String fold(String text) {
            return ACCENTS.matcher(Normalizer.normalize(caseless(text), Normalizer.Form.NFKD))
                    .replaceAll("");
        }
    },
    /** The filtered stream does: {@code saude} and {@code saúde} differ there. */
    STREAM {
        @Override
        public String fold(String text) {
            return Normalizer.normalize(caseless(text), Normalizer.Form.NFKC);
        }
    };

    private static final Pattern ACCENTS = Pattern.compile("(?<=[\\p{IsLatin}\\p{IsGreek}])\\p{M}+");
    private static final Pattern WITH_CAPITALS = Pattern.compile("[^ı]+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}_]+");

    public abstract String fold(String text);

    /** The words of a text, folded, each between two spaces. */
    public String words(String text) {
        return " " + BETWEEN_WORDS.matcher(fold(text)).replaceAll(" ").strip() + " ";
    }

    private static String caseless(String text) {
        return WITH_CAPITALS
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT))
                .replaceAll(letters -> Matcher.quoteReplacement(letters.group().toUpperCase(Locale.ROOT)))
                .toLowerCase(Locale.ROOT)
                .replace('ς', 'σ');
    }
}
