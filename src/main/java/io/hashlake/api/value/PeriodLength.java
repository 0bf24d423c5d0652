package io.hashlake.api.value;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Length of a period, such as {@code 24h}. */
public record PeriodLength(String text) {

    static final String ALLOWED =
            "a number of minutes, hours, days or weeks up to ten years, such as 30m, 24h, 7d or 4w";

    private static final Duration LONGEST = Duration.ofDays(3660);
    private static final Pattern FORM = Pattern.compile("([1-9]\\d{0,6})([mhdw])");

    /** @throws IllegalArgumentException if it is none */
    public PeriodLength {
        Matcher form = FORM.matcher(text);
        if (!form.matches() || length(form).compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(ALLOWED);
        }
    }

    public Duration length() {
        Matcher form = FORM.matcher(text);
        form.matches();
        return length(form);
    }

    private static Duration length(Matcher form) {
        long number = Long.parseLong(form.group(1));
        return switch (form.group(2)) {
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            case "d" -> Duration.ofDays(number);
            default -> Duration.ofDays(7 * number);
        };
    }
}
