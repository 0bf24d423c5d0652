package io.hashlake.warehouse.sql;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Outcome of a statement. */
public sealed interface SqlOutcome {

    /** A column of a result; the type is PostgreSQL's name for it. */
    record Column(String name, String type) {}

    /**
     * Its result.
     *
     * @param rows each value a {@link Number}, {@link Boolean}, {@link String}, list of these, or null
     * @param isCut whether there are more rows than are allowed
     */
    record Rows(List<Column> columns, List<List<Object>> rows, boolean isCut) implements SqlOutcome {}

    /**
     * Refusal of a statement, which has no result.
     *
     * @param detail for the person who wrote the statement
     * @param sqlState PostgreSQL's code, where it refused
     * @param position of the character in the statement at which it went wrong, from 1
     */
    record Refused(Reason reason, String detail, Optional<String> sqlState, OptionalInt position)
            implements SqlOutcome {

        static Refused because(Reason reason, String detail) {
            return new Refused(reason, detail, Optional.empty(), OptionalInt.empty());
        }
    }

    /** Reason for a refusal. */
    enum Reason {
        /** The statement is wrong. */
        INVALID,
        /** The statement asks for something that is never allowed. */
        FORBIDDEN,
        /** The statement timed out. */
        TIMEOUT,
        /** The statement or its result is too large. */
        TOO_LARGE,
        /** Too many statements are running. */
        BUSY,
        /** The database cannot be reached. */
        OUTAGE,
        /** No role is configured to run statements. */
        NOT_CONFIGURED
    }
}
