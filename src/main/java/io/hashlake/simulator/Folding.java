package io.hashlake.simulator;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** How X's search sees text: without case and without accents. */
final class Folding {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}_]+");

    private Folding() {}

    static String fold(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT)
                .replace('ς', 'σ');
        return MARKS.matcher(Normalizer.normalize(folded, Normalizer.Form.NFKD)).replaceAll("");
    }

    /** The words of a text, folded, each between two spaces. */
    static String words(String text) {
        return " " + BETWEEN_WORDS.matcher(fold(text)).replaceAll(" ").strip() + " ";
    }
}
