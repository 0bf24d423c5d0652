package io.hashlake.api.value;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.regex.Pattern;

/** A moment, or a date that begins in a zone. */
public record Moment(String text) {

    public static final String ALLOWED =
            "a moment such as 2026-01-31T12:00:00Z or a date such as 2026-01-31, from 2006-01-01 to 2100-01-01";

    private static final Instant EARLIEST = Instant.parse("2006-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

    /** @throws RuntimeException if it is neither */
    public Moment {
        read(text, ZoneOffset.UTC);
    }

    public Instant in(ZoneId zone) {
        return read(text, zone);
    }

    /** Tells whether posts can be of that time. */
    public static boolean isPlausible(Instant time) {
        return !time.isBefore(EARLIEST) && !time.isAfter(LATEST);
    }

    private static Instant read(String text, ZoneId zone) {
        return DATE.matcher(text).matches()
                ? LocalDate.parse(text).atStartOfDay(zone).toInstant()
                : OffsetDateTime.parse(text).toInstant();
    }
}
