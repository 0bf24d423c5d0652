package io.hashlake.dataset.csv;

import java.util.List;

/**
 * Record of a file.
 *
 * @param line at which it begins
 * @param text as it stands in the file
 * @param fields none where it cannot be read
 * @param problem what keeps it from being read; null if nothing does
 */
record RawRecord(long line, String text, List<String> fields, String problem) {

    static RawRecord unreadable(Line line, String problem) {
        return new RawRecord(line.number(), line.text(), List.of(), problem);
    }

    boolean isUnreadable() {
        return problem != null;
    }
}
