package io.hashlake.app.command;

import java.util.Locale;

/** Forms in which a command prints what it found. */
enum ReportFormat {
    TEXT,
    JSON;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
