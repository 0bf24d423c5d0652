package io.hashlake.index;

import java.util.ArrayList;
import java.util.List;

/** Reads where matches are out of texts in which the server has marked them. */
final class MarkedText {

    private MarkedText() {}

    /** Returns the matches of all of them; those of a text that is not the original one but for the marks are left out. */
    static List<TextSpan> matches(String original, List<String> marked) {
        List<TextSpan> spans = new ArrayList<>();
        for (String text : marked) {
            boolean isOriginal = text.replace(IndexQuery.MATCH_BEGINS, "")
                    .replace(IndexQuery.MATCH_ENDS, "")
                    .equals(original);
            if (isOriginal) {
                addMatches(text, spans);
            }
        }
        return TextSpan.united(spans);
    }

    private static void addMatches(String text, List<TextSpan> spans) {
        int marks = 0;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.startsWith(IndexQuery.MATCH_BEGINS, i)) {
                start = i - marks++;
            } else if (text.startsWith(IndexQuery.MATCH_ENDS, i)) {
                spans.add(new TextSpan(start, i - marks++));
            }
        }
    }
}
