package io.hashlake.dataset.value;

import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * Moment, which files write as a local time.
 *
 * @param zone whose local time it is
 */
public record TimestampValue(TimePattern pattern, ZoneId zone) implements ValueFormat {

    private static final Range<LocalDateTime> KEPT =
            new Range<>(LocalDateTime.of(1, 1, 2, 0, 0), LocalDateTime.of(9999, 12, 30, 0, 0));

    @Override
    public String sqlType() {
        return "timestamp with time zone";
    }

    @Override
    public String canonical(String text) throws InvalidValueException {
        LocalDateTime local = pattern.parse(text, LocalDateTime::from);
        KEPT.require(local);
        return local.atZone(zone).toInstant().toString();
    }
}
