package io.hashlake.api.value;

/** Formats of an export, the usual one first. */
public enum ExportFormat {
    NDJSON,
    CSV
}
