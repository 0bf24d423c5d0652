package io.hashlake.lake.marts;

import java.time.Duration;

/**
 * Layout of the tables' copies.
 *
 * @param area name of their directory, and of that of their bookkeeping
 * @param targetBytes how large a file becomes
 * @param overlap how long new and old files stand side by side, so that readers that are listing miss nothing
 */
record MartLayout(String area, long targetBytes, Duration overlap) {

    /** Prefix of the keys of all files. */
    String directory() {
        return area + "/";
    }

    String bookkeeping() {
        return "_hashlake/" + area + "/";
    }
}
