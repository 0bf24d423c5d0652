package io.hashlake.warehouse.sql;

/** There is no role that statements may be run with; the message says what to configure. */
final class UnusableRoleException extends Exception {

    UnusableRoleException(String message) {
        super(message);
    }
}
