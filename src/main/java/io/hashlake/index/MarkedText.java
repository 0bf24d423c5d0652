package io.hashlake.index;

import java.util.ArrayList;
import java.util.Comparator;
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
        return united(spans);
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

    private static List<TextSpan> united(List<TextSpan> spans) {
        List<TextSpan> united = new ArrayList<>();
        spans.sort(Comparator.comparingInt(TextSpan::start));
        for (TextSpan span : spans) {
            int last = united.size() - 1;
            if (last >= 0 && span.start() <= united.get(last).end()) {
                TextSpan before = united.get(last);
                united.set(last, new TextSpan(before.start(), Math.max(before.end(), span.end())));
            } else {
                united.add(span);
            }
        }
        return united;
    }
}
