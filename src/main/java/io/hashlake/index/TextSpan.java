package io.hashlake.index;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Part of a text that matches a search.
 *
 * @param start index of its first UTF-16 unit
 * @param end index behind its last one
 */
public record TextSpan(int start, int end) {

    /** Returns the spans in their order, those that overlap or touch as one. */
    public static List<TextSpan> united(Collection<TextSpan> spans) {
        List<TextSpan> united = new ArrayList<>();
        spans.stream().sorted(Comparator.comparingInt(TextSpan::start)).forEach(span -> {
            int last = united.size() - 1;
            if (last >= 0 && span.start <= united.get(last).end) {
                TextSpan before = united.get(last);
                united.set(last, new TextSpan(before.start, Math.max(before.end, span.end)));
            } else {
                united.add(span);
            }
        });
        return united;
    }
}
