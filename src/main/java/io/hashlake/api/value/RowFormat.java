package io.hashlake.api.value;

/** Formats of any rows, the usual one first. */
public enum RowFormat {
    JSON,
    NDJSON,
    CSV
}
