package io.hashlake.tweet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Comparison of stored rows with those that should be there, of which thousands would make an unreadable message. */
public final class RowComparison {

    private static final int SHOWN = 5;

    private final int size;
    private final List<String> missing = new ArrayList<>();
    private final List<String> doubled = new ArrayList<>();
    private final List<String> unexpected = new ArrayList<>();

    private RowComparison(Collection<String> actual, Collection<String> expected) {
        this.size = expected.size();
        Map<String, Integer> counts = new TreeMap<>();
        expected.forEach(row -> counts.merge(row, -1, Integer::sum));
        Map<String, Integer> wanted = new TreeMap<>(counts);
        actual.forEach(row -> counts.merge(row, 1, Integer::sum));
        counts.forEach((row, difference) -> sort(row, difference, wanted.containsKey(row)));
    }

    private void sort(String row, int difference, boolean isExpected) {
        if (difference < 0) {
            missing.add(row);
        } else if (difference > 0) {
            (isExpected ? doubled : unexpected).add(row);
        }
    }

    /**
     * Fails unless both have the same rows equally often, in any order.
     *
     * @throws AssertionError which says how many rows are missing, doubled and unexpected, with examples
     */
    public static void assertSameRows(Collection<String> actual, Collection<String> expected) {
        RowComparison comparison = new RowComparison(actual, expected);
        if (!comparison.missing.isEmpty() || !comparison.doubled.isEmpty() || !comparison.unexpected.isEmpty()) {
            throw new AssertionError(comparison.toString());
        }
    }

    @Override
    public String toString() {
        return "of " + size + " expected rows " + told(missing, "missing") + ", " + told(doubled, "doubled") + "; "
                + told(unexpected, "unexpected");
    }

    private static String told(List<String> rows, String what) {
        String examples = rows.isEmpty() ? "" : " " + rows.subList(0, Math.min(SHOWN, rows.size()));
        return rows.size() + " " + what + examples;
    }
}
