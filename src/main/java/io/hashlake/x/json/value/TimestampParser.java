package io.hashlake.x.json.value;

import java.time.DateTimeException;
import java.time.LocalDate;

/** Reads RFC 3339 times straight from the characters; {@code java.time}'s parsers cost more than the rest of a post. */
public final class TimestampParser {

    /** Value returned for text that is not a time. */
    public static final long INVALID = Long.MIN_VALUE;

    private static final int SECONDS_END = 19;
    private static final int OFFSET_LENGTH = 6;
    private static final int LEAP_SECOND = 60;
    private static final long MINUTE = 60_000;
    private static final long DAY = 24 * 60 * MINUTE;

    private TimestampParser() {}

    /** Milliseconds since 1970, finer fractions cut off; {@link #INVALID} if it is no time. */
    public static long parse(char[] text, int start, int length) {
        if (length <= SECONDS_END || !isSeparated(text, start)) {
            return INVALID;
        }
        int end = start + length;
        int zone = endOfFraction(text, start + SECONDS_END, end);
        long offset = offset(text, zone, end);
        long seconds = date(text, start);
        long clock = clock(text, start + 11);
        if (zone < 0 || offset == INVALID || seconds == INVALID || clock == INVALID) {
            return INVALID;
        }
        return seconds + clock + millis(text, start + SECONDS_END, zone) - offset;
    }

    private static boolean isSeparated(char[] text, int start) {
        char middle = text[start + 10];
        return text[start + 4] == '-'
                && text[start + 7] == '-'
                && (middle == 'T' || middle == 't')
                && text[start + 13] == ':'
                && text[start + 16] == ':';
    }

    private static long date(char[] text, int at) {
        int year = number(text, at, 4);
        int month = number(text, at + 5, 2);
        int day = number(text, at + 8, 2);
        if ((year | month | day) < 0) {
            return INVALID;
        }
        try {
            return LocalDate.of(year, month, day).toEpochDay() * DAY;
        } catch (DateTimeException e) {
            return INVALID;
        }
    }

    private static long clock(char[] text, int at) {
        int hour = number(text, at, 2);
        int minute = number(text, at + 3, 2);
        int second = smoothed(number(text, at + 6, 2));
        boolean valid = (hour | minute | second) >= 0 && hour < 24 && minute < 60 && second < 60;
        return valid ? ((hour * 60L + minute) * 60 + second) * 1000 : INVALID;
    }

    /** The second of a minute; a leap second counts as the one before it, as in {@code java.time}. */
    static int smoothed(int second) {
        return second == LEAP_SECOND ? LEAP_SECOND - 1 : second;
    }

    /** Returns where the zone starts; -1 for a dot without digits. */
    private static int endOfFraction(char[] text, int at, int end) {
        if (text[at] != '.') {
            return at;
        }
        int next = at + 1;
        while (next < end && isDigit(text[next])) {
            next++;
        }
        return next == at + 1 ? -1 : next;
    }

    private static long millis(char[] text, int dot, int zone) {
        long millis = 0;
        for (int at = dot + 1; at <= dot + 3; at++) {
            millis = millis * 10 + (at < zone ? text[at] - '0' : 0);
        }
        return millis;
    }

    private static long offset(char[] text, int zone, int end) {
        if (zone < 0 || zone >= end) {
            return INVALID;
        }
        char sign = text[zone];
        if (sign == 'Z' || sign == 'z') {
            return zone + 1 == end ? 0 : INVALID;
        }
        boolean shaped = (sign == '+' || sign == '-') && zone + OFFSET_LENGTH == end && text[zone + 3] == ':';
        int hours = shaped ? number(text, zone + 1, 2) : -1;
        int minutes = shaped ? number(text, zone + 4, 2) : -1;
        if ((hours | minutes) < 0 || hours > 23 || minutes > 59) {
            return INVALID;
        }
        return (sign == '-' ? -1 : 1) * (hours * 60 + minutes) * MINUTE;
    }

    private static int number(char[] text, int at, int digits) {
        int number = 0;
        for (int i = at; i < at + digits; i++) {
            if (!isDigit(text[i])) {
                return -1;
            }
            number = number * 10 + text[i] - '0';
        }
        return number;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
