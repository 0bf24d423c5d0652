package io.hashlake.bus;

/** Header of a record with the trace of its batch. */
public final class TraceHeader {

    /** As W3C defines it. */
    public static final String NAME = "traceparent";

    private TraceHeader() {}
}
