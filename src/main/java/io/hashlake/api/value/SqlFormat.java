package io.hashlake.api.value;

/** Formats of a statement's result, the usual one first. */
public enum SqlFormat {
    JSON,
    CSV,
    TEXT
}
