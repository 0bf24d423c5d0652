package io.hashlake.x.json.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampParserTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2021-04-08",
                "2021-04-08T19:34:16",
                "2021-04-08T19:34:16.Z",
                "2021-04-08T19:34:16.123",
                "2021-04-08T19:34:16Zx",
                "2021-04-08T19:34:16+0000",
                "2021-04-08T19:34:16+24:00",
                "2021-02-30T00:00:00Z",
                "2021-13-01T00:00:00Z",
                "2021-04-08T24:00:00Z",
                "2021-04-08T23:60:00Z",
                "2021-04-08T23:59:61Z",
                "20210408T193416000Z000",
                "Thu Apr 08 19:34:16 +0000 2021",
                "２０21-04-08T19:34:16Z"
            })
    void refusesWhatIsNoTime(String text) {
        assertThat(parse(text)).isEqualTo(TimestampParser.INVALID);
    }

    @Test
    void readsALeapSecondAsJavaDoes() {
        assertThat(parse("2016-12-31T23:59:60Z"))
                .isEqualTo(Instant.parse("2016-12-31T23:59:60Z").toEpochMilli());
        assertThat(StatusTimes.parse("Sat Dec 31 23:59:60 +0000 2016")).isEqualTo(parse("2016-12-31T23:59:59Z"));
        assertThat(StatusTimes.parse("Sat Dec 31 23:59:61 +0000 2016")).isEqualTo(TimestampParser.INVALID);
    }

    @Property
    void readsWhatJavaWrites(
            @ForAll @LongRange(min = 0, max = 4_102_444_800_000L) long millis,
            @ForAll @IntRange(min = -17 * 60, max = 17 * 60) int offsetMinutes) {
        OffsetDateTime time = Instant.ofEpochMilli(millis).atOffset(ZoneOffset.ofTotalSeconds(offsetMinutes * 60));
        String text = time.format(DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX"));

        assertThat(parse(text)).isEqualTo(millis);
    }

    @Property
    void neverReadsADamagedTimeDifferentlyThanJava(
            @ForAll @IntRange(min = 0, max = 28) int position, @ForAll char replacement) {
        StringBuilder text = new StringBuilder("2021-04-08T19:34:16.123+01:30");
        text.setCharAt(position, replacement);

        long parsed = parse(text.toString());

        if (parsed != TimestampParser.INVALID) {
            assertThat(parsed).isEqualTo(java(text.toString()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2021-04-08T19:34:16Z",
                "2021-04-08t19:34:16z",
                "2021-04-08T19:34:16.5Z",
                "2021-04-08T19:34:16.123456789Z",
                "2020-02-29T00:00:00.000+05:30",
                "1969-12-31T23:59:59.999Z"
            })
    void readsEveryShapeOfRfc3339(String text) {
        assertThat(parse(text)).isEqualTo(java(text));
    }

    private static long java(String text) {
        try {
            return OffsetDateTime.parse(text)
                    .toInstant()
                    .truncatedTo(ChronoUnit.MILLIS)
                    .toEpochMilli();
        } catch (DateTimeException e) {
            return TimestampParser.INVALID;
        }
    }

    private static long parse(String text) {
        char[] padded = ("xx" + text + "9Z").toCharArray();
        return TimestampParser.parse(padded, 2, text.length());
    }
}
