package io.hashlake.dataset.value;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQuery;
import java.util.Locale;

/**
 * Pattern of dates or times, of which no day is taken that the calendar does not have.
 *
 * @param letters as the declaration has them
 */
public record TimePattern(String letters, DateTimeFormatter formatter) {

    /** A date whose day, month, hour and minute are all different numbers. */
    private static final LocalDateTime EXAMPLE = LocalDateTime.of(2026, 12, 31, 18, 45, 20);

    /** @throws IllegalArgumentException if it is no pattern of a date */
    public static TimePattern ofDate(String letters) {
        TimePattern pattern = of(letters);
        pattern.require(LocalDate::from, EXAMPLE.toLocalDate(), "dd/MM/yyyy");
        return pattern;
    }

    /** @throws IllegalArgumentException if it is no pattern of a date and a time */
    public static TimePattern ofTimestamp(String letters) {
        TimePattern pattern = of(letters);
        pattern.require(LocalDateTime::from, null, "dd/MM/yyyy HH:mm:ss");
        return pattern;
    }

    private static TimePattern of(String letters) {
        try {
            DateTimeFormatter formatter = DateTimeFormatter.ofPattern(letters.replace('y', 'u'), Locale.ROOT)
                    .withResolverStyle(ResolverStyle.STRICT);
            return new TimePattern(letters, formatter);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("is no pattern (" + e.getMessage() + ")", e);
        }
    }

    /** Requires that what is written is read again: MM is the month, mm the minute. */
    private void require(TemporalQuery<?> query, LocalDate date, String example) {
        try {
            Object read = formatter.parse(formatter.format(EXAMPLE), query);
            if (date == null || date.equals(read)) {
                return;
            }
        } catch (DateTimeException e) {
            // told below
        }
        throw new IllegalArgumentException(
                "must be a pattern such as " + example
                        + ", in which dd is the day, MM the month, yyyy the year, HH the hour, mm the minute and ss the second");
    }

    <T extends TemporalAccessor> T parse(String text, TemporalQuery<T> query) throws InvalidValueException {
        try {
            return formatter.parse(text, query);
        } catch (DateTimeException e) {
            throw new InvalidValueException("must be a day of the calendar, written as " + letters);
        }
    }
}
