package io.hashlake.pipeline;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a process does. */
public enum Role {
    /** Follows sources. */
    INGEST,
    /** Writes the Parquet lake. */
    LAKE,
    /** Writes the PostgreSQL warehouse. */
    WAREHOUSE,
    /** Keeps payloads as they were received. */
    RAW,
    /** Answers questions. */
    API,
    /** Does what is done now and then. */
    JOBS;

    /** The sinks, in the order in which they get a batch. */
    static final List<Role> SINKS = List.of(LAKE, WAREHOUSE, RAW);

    /** Its name in configuration, files and endpoints. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role with this {@link #id}, in letters of any case. */
    public static Optional<Role> of(String id) {
        return Arrays.stream(values())
                .filter(role -> role.name().equalsIgnoreCase(id.strip()))
                .findFirst();
    }
}
