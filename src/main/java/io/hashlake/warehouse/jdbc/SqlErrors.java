package io.hashlake.warehouse.jdbc;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;
import org.postgresql.util.PSQLException;

/**
 * Classification of database errors by what they mean for a batch. The classes are those of PostgreSQL's documentation,
 * appendix A. An error that is not known to stem from a row counts as an outage, so that no post is given up because of
 * a server fault.
 */
public final class SqlErrors {

    private static final String UNIQUE_VIOLATION = "23505";

    /**
     * 22 data exception, 23 constraint violation, 44 check option of a view, 54 program limit such as a row that is too
     * large, P0 raised by a trigger.
     */
    private static final Set<String> DATA_CLASSES = Set.of("22", "23", "44", "54", "P0");

    private SqlErrors() {}

    /** Returns whether a row is at fault, so that a retry cannot help. */
    public static boolean isData(SQLException error) {
        String state = error.getSQLState();
        return state != null && state.length() == 5 && DATA_CLASSES.contains(state.substring(0, 2));
    }

    public static boolean isUniqueViolation(SQLException error) {
        return UNIQUE_VIOLATION.equals(error.getSQLState());
    }

    /** The error as the outage it is, in one line and without secrets. */
    public static IOException outage(String what, SQLException error) {
        return new IOException(what + ": " + describe(error), error);
    }

    /** The server's message with its SQLSTATE, in one line and without secrets. */
    public static String describe(SQLException error) {
        String message = String.valueOf(message(error))
                .replaceAll("(?i)(password=)[^&\\s]*", "$1***")
                .replaceAll("\\s+", " ")
                .strip();
        return error.getSQLState() == null ? message : message + " (SQLSTATE " + error.getSQLState() + ")";
    }

    /** Without the server's detail, which repeats the row. */
    private static String message(SQLException error) {
        if (error instanceof PSQLException fromServer && fromServer.getServerErrorMessage() != null) {
            return fromServer.getServerErrorMessage().getMessage();
        }
        return error.getMessage();
    }
}
