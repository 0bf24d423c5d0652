package io.hashlake.api;

import io.hashlake.index.TextSpan;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds words and a phrase in a text as the warehouse does: runs of letters and digits in their folded forms. */
final class WordMatcher {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+");

    private final Set<String> words;
    private final List<String> phrase;

    /** Either may be null. */
    WordMatcher(String words, String phrase) {
        this.words = new HashSet<>(folded(words));
        this.phrase = folded(phrase);
    }

    /** Returns the matches in their order; the words of a phrase are one match. */
    List<TextSpan> matches(String text) {
        List<MatchResult> found = WORD.matcher(text).results().toList();
        List<String> folded = found.stream().map(WordMatcher::folded).toList();
        List<TextSpan> spans = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            if (words.contains(folded.get(i))) {
                spans.add(new TextSpan(found.get(i).start(), found.get(i).end()));
            }
            int last = i + phrase.size() - 1;
            if (last >= i && last < found.size() && folded.subList(i, last + 1).equals(phrase)) {
                spans.add(new TextSpan(found.get(i).start(), found.get(last).end()));
            }
        }
        // Repeated words let a phrase begin within itself.
        return TextSpan.united(spans);
    }

    private static List<String> folded(String text) {
        return text == null
                ? List.of()
                : WORD.matcher(text).results().map(WordMatcher::folded).toList();
    }

    private static String folded(MatchResult word) {
        return Normalizer.normalize(word.group(), Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replace('ς', 'σ');
    }
}
