package io.hashlake.simulator.json;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Writes times as X does: RFC 3339, UTC, always with milliseconds. Formatters of the JDK take ten times as long. */
public final class TimestampWriter {

    private TimestampWriter() {}

    public static String format(Instant time) {
        LocalDateTime utc = LocalDateTime.ofEpochSecond(time.getEpochSecond(), 0, ZoneOffset.UTC);
        byte[] text = "0000-00-00T00:00:00.000Z".getBytes(StandardCharsets.ISO_8859_1);
        put(text, 3, utc.getYear());
        put(text, 6, utc.getMonthValue());
        put(text, 9, utc.getDayOfMonth());
        put(text, 12, utc.getHour());
        put(text, 15, utc.getMinute());
        put(text, 18, utc.getSecond());
        put(text, 22, time.getNano() / 1_000_000);
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    /** Puts a number in front of what is there, its last digit at this place. */
    private static void put(byte[] text, int last, int number) {
        int place = last;
        for (int rest = number; rest > 0; rest /= 10) {
            text[place--] = (byte) ('0' + rest % 10);
        }
    }
}
