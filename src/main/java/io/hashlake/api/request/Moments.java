package io.hashlake.api.request;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads times. Each method throws a RuntimeException for what it cannot read. */
final class Moments {

    static final String ALLOWED =
            "a moment such as 2026-01-31T12:00:00Z or a date such as 2026-01-31, from 2006-01-01 to 2100-01-01";
    static final String LAST_ALLOWED =
            "a number of minutes, hours, days or weeks up to ten years, such as 30m, 24h, 7d or 4w";
    static final String ZONE_ALLOWED = "a time zone such as America/Sao_Paulo or UTC";

    private static final Instant EARLIEST = Instant.parse("2006-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");
    private static final Duration LONGEST = Duration.ofDays(3660);
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final Pattern LAST = Pattern.compile("([1-9]\\d{0,6})([mhdw])");

    private Moments() {}

    /** A date is the moment at which it begins in the zone. */
    public static Instant read(String text, ZoneId zone) {
        Instant moment = DATE.matcher(text).matches()
                ? LocalDate.parse(text).atStartOfDay(zone).toInstant()
                : OffsetDateTime.parse(text).toInstant();
        return bounded(moment);
    }

    /** The moment, if posts can be of that time. */
    public static Instant bounded(Instant moment) {
        if (moment.isBefore(EARLIEST) || moment.isAfter(LATEST)) {
            throw new IllegalArgumentException(ALLOWED);
        }
        return moment;
    }

    public static Duration readLast(String text) {
        Matcher matcher = LAST.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(LAST_ALLOWED);
        }
        long number = Long.parseLong(matcher.group(1));
        Duration last =
                switch (matcher.group(2)) {
                    case "m" -> Duration.ofMinutes(number);
                    case "h" -> Duration.ofHours(number);
                    case "d" -> Duration.ofDays(number);
                    default -> Duration.ofDays(7 * number);
                };
        if (last.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(LAST_ALLOWED);
        }
        return last;
    }

    /** Of the zones, only those whose names mean the same to PostgreSQL: offsets have the other sign there. */
    public static ZoneId readZone(String text) {
        boolean isRegion = text.contains("/") && !text.startsWith("SystemV/") && !text.startsWith("Etc/");
        if (!text.equals("UTC") && !(isRegion && ZoneId.getAvailableZoneIds().contains(text))) {
            throw new IllegalArgumentException(ZONE_ALLOWED);
        }
        return ZoneId.of(text);
    }
}
