package io.hashlake.app.doctor;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Objects;

/**
 * Result of one check.
 *
 * @param found what was found
 * @param advice what to do; empty where nothing is to be done
 */
public record CheckResult(String check, Status status, String found, String advice) {

    /** Severity of a result, the least serious first. */
    public enum Status {
        OK,
        WARNING,
        FAILURE;

        /** As it is printed. */
        @JsonValue
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public CheckResult {
        Objects.requireNonNull(check, "check");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(found, "found");
        Objects.requireNonNull(advice, "advice");
    }

    /** One line. */
    public String text() {
        String line = "%-8s %-16s %s".formatted(status, check, found);
        return advice.isEmpty() ? line : line + "; " + advice;
    }
}
