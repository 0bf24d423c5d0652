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
     * Why there is none.
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
        /** It wants what nobody may. */
        FORBIDDEN,
        /** It ran longer than it may. */
        TIMEOUT,
        /** It or its result is larger than it may be. */
        TOO_LARGE,
        /** Too many are running. */
        BUSY,
        /** The database cannot be reached. */
        OUTAGE,
        /** There is no role that it could be run with. */
        NOT_CONFIGURED
    }
}
