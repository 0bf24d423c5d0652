package io.hashlake.dataset.csv;

import java.util.List;

/**
 * Row of a dataset's file.
 *
 * @param line at which it begins
 * @param text as it stands in the file
 * @param values in the order of the file's columns, as PostgreSQL reads them, null for none
 * @param problems what is wrong with it, each with its column if it is about one; none if it can be loaded
 */
public record DatasetRow(long line, String text, String[] values, List<String> problems) {

    public boolean isRejected() {
        return !problems.isEmpty();
    }
}
