package io.hashlake.warehouse.sql;

import io.hashlake.warehouse.sql.SqlOutcome.Reason;
import io.hashlake.warehouse.sql.SqlOutcome.Refused;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Classification of database errors by what they mean for the author of a statement. The codes are those of
 * PostgreSQL's documentation, appendix A.
 */
final class SqlRefusals {

    private static final String CANCELED = "57014";

    /** Code for a parameter such as $1 without a value. */
    private static final String PROTOCOL_VIOLATION = "08P01";

    private static final String OUT_OF_MEMORY = "53200";
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    /** Privileges, read-only transaction, features that are not supported. */
    private static final Set<String> FORBIDDEN = Set.of("42501", "25006", "0A000");

    /** Insufficient resources, program limit. */
    private static final Set<String> LIMIT_CLASSES = Set.of("53", "54");

    /** Connection, operator intervention and system errors. */
    private static final Set<String> OUTAGE_CLASSES = Set.of("08", "57", "58");

    /** Disk full, too many connections, damaged data: true, and no fault of the statement. */
    private static final Set<String> OUTAGES = Set.of("53100", "53300", "XX001", "XX002");

    /** Several functions end so for arguments that mean nothing to them; most say something of use. */
    private static final String INTERNAL_ERROR = "XX000";

    private static final String UNALLOCATABLE = "invalid memory alloc request size";

    private static final int LONGEST = 500;

    private SqlRefusals() {}

    static Refused of(SQLException error, SqlConfig limits) {
        ServerErrorMessage server =
                error instanceof PSQLException fromServer ? fromServer.getServerErrorMessage() : null;
        if (server == null) {
            return isTooLarge(error)
                    ? tooLarge(limits)
                    : Refused.because(Reason.OUTAGE, "the connection to the warehouse was lost; try again");
        }
        if (String.valueOf(server.getMessage()).contains('"' + SqlQuery.TOO_LARGE + '"')) {
            return tooLarge(limits);
        }
        Reason reason = reason(error.getSQLState(), String.valueOf(server.getMessage()));
        return reason == Reason.OUTAGE
                ? Refused.because(reason, "the warehouse gave up the statement; try again")
                : new Refused(
                        reason, detail(reason, server, limits), Optional.of(error.getSQLState()), position(server));
    }

    private static boolean isTooLarge(Throwable error) {
        return error instanceof BoundedSockets.LimitExceededException
                || error.getCause() != null && isTooLarge(error.getCause());
    }

    private static Refused tooLarge(SqlConfig limits) {
        return Refused.because(
                Reason.TOO_LARGE,
                "the result is larger than the " + limits.bytes()
                        + " bytes that are allowed: select fewer columns or rows");
    }

    /** The time is over and the connection taken away. */
    static Refused late(SqlConfig limits) {
        return Refused.because(
                Reason.TIMEOUT,
                "the statement took longer than the " + limits.timeout().toMillis() + " ms that are allowed");
    }

    private static Reason reason(String state, String message) {
        String group = state.substring(0, 2);
        if (state.equals(CANCELED) || state.equals(LOCK_NOT_AVAILABLE)) {
            return Reason.TIMEOUT;
        }
        if (FORBIDDEN.contains(state)) {
            return Reason.FORBIDDEN;
        }
        if (state.equals(PROTOCOL_VIOLATION)) {
            return Reason.INVALID;
        }
        if (OUTAGES.contains(state) || OUTAGE_CLASSES.contains(group)) {
            return Reason.OUTAGE;
        }
        boolean isTooLarge =
                LIMIT_CLASSES.contains(group) || state.equals(INTERNAL_ERROR) && message.startsWith(UNALLOCATABLE);
        return isTooLarge ? Reason.TOO_LARGE : Reason.INVALID;
    }

    private static String detail(Reason reason, ServerErrorMessage server, SqlConfig limits) {
        String message = shortened(String.valueOf(server.getMessage()));
        if (server.getSQLState().equals(OUT_OF_MEMORY)) {
            return "the statement gathers more in memory than one may: aggregate less at once, or select fewer rows";
        }
        if (reason == Reason.TIMEOUT) {
            return message + "; allowed are " + limits.timeout().toMillis() + " ms";
        }
        return server.getHint() == null ? message : message + " (" + server.getHint() + ")";
    }

    private static String shortened(String message) {
        return message.length() > LONGEST ? message.substring(0, LONGEST) + "…" : message;
    }

    private static OptionalInt position(ServerErrorMessage server) {
        int position = server.getPosition() - SqlQuery.OFFSET;
        return server.getPosition() > 0 && position > 0 ? OptionalInt.of(position) : OptionalInt.empty();
    }
}
