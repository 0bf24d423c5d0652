package io.hashlake.files.scan;

/** Kinds of pieces. */
public enum PieceKind {
    /** A line that begins as a document does; whether it is one shows when it is parsed. */
    LINE,
    /** An object of JSON, whole or broken. */
    DOCUMENT,
    /** Something else. */
    TEXT
}
