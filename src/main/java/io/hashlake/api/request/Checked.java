package io.hashlake.api.request;

/** Parameters that must fit together. Those that are missing or cannot be read are null. */
public interface Checked {

    /** Adds what is wrong about them together. */
    void check(InvalidParameters invalid, RequestClock clock);
}
