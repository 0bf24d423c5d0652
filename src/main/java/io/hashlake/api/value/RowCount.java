package io.hashlake.api.value;

import io.hashlake.warehouse.analytics.Limits;

/** Maximum number of rows in a response. */
public record RowCount(int value) {

    static final String ALLOWED = "a whole number from 1 to " + Limits.MAX_ROWS;

    /** @throws IllegalArgumentException if it is out of range */
    public RowCount {
        if (value < 1 || value > Limits.MAX_ROWS) {
            throw new IllegalArgumentException(ALLOWED);
        }
    }

    static RowCount of(String text) {
        return new RowCount(Integer.parseInt(text));
    }
}
