package io.hashlake.pipeline;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Duties of a process beside driving sinks, each of which is a role of its own. */
public enum Role {
    /** Follows sources. */
    INGEST,
    /** Answers questions. */
    API,
    /** Does what is done now and then. */
    JOBS;

    /** Its name in configuration, files and endpoints. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static List<String> ids() {
        return Arrays.stream(values()).map(Role::id).toList();
    }
}
