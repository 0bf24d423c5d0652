package io.hashlake.api.access;

/** Setting of who may read. */
public enum ReadAccess {
    /** Everybody who reaches the port. */
    OPEN,

    /** Those who send a token. */
    TOKEN
}
