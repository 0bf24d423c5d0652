package io.hashlake.x.json.value;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Reads the times of v1.1, {@code Sat Feb 01 17:48:54 +0000 2020}, which are always in UTC. */
public final class StatusTimes {

    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
    private static final int LENGTH = 30;
    private static final int CLOCK = 11;
    private static final int ZONE = 19;

    private StatusTimes() {}

    /** Milliseconds since 1970; {@link TimestampParser#INVALID} if it is no such time. */
    public static long parse(String text) {
        if (text.length() != LENGTH || !text.startsWith(" +0000 ", ZONE)) {
            return TimestampParser.INVALID;
        }
        int month = MONTHS.indexOf(text.substring(4, 7));
        if (month < 0 || month % 3 != 0) {
            return TimestampParser.INVALID;
        }
        try {
            return LocalDateTime.of(
                                    number(text, 26, 4),
                                    month / 3 + 1,
                                    number(text, 8, 2),
                                    number(text, CLOCK, 2),
                                    number(text, CLOCK + 3, 2),
                                    TimestampParser.smoothed(number(text, CLOCK + 6, 2)))
                            .toEpochSecond(ZoneOffset.UTC)
                    * 1000;
        } catch (DateTimeException | NumberFormatException e) {
            return TimestampParser.INVALID;
        }
    }

    private static int number(String text, int at, int digits) {
        return Integer.parseUnsignedInt(text, at, at + digits, 10);
    }
}
