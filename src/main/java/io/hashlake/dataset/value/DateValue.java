package io.hashlake.dataset.value;

import java.time.LocalDate;

/** Day of the calendar. */
public record DateValue(TimePattern pattern, Range<LocalDate> range) implements ValueFormat {

    private static final Range<LocalDate> KEPT = new Range<>(LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31));

    @Override
    public String sqlType() {
        return "date";
    }

    @Override
    public String canonical(String text) throws InvalidValueException {
        LocalDate value = pattern.parse(text, LocalDate::from);
        KEPT.require(value);
        range.require(value);
        return value.toString();
    }
}
