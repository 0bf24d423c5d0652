package io.hashlake.app.command.output;

import java.util.Locale;

/** Forms in which a command prints what it found. */
public enum ReportFormat {
    TEXT,
    JSON;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
