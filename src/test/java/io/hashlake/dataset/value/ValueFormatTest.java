package io.hashlake.dataset.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueFormatTest {

    private static final ValueFormat DATE =
            new DateValue(TimePattern.ofDate("dd/MM/yyyy"), new Range<>(LocalDate.of(1900, 1, 1), null));

    private static ValueFormat decimal(String style) {
        return new DecimalValue(
                DecimalStyle.of(style).orElseThrow(), 12, 2, new Range<>(null, new BigDecimal("1000000")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.234,56 | 1.234,56   | 1234.56",
                "1.234,56 | 1234,5     | 1234.50",
                "1.234,56 | -0,01      | -0.01",
                "1.234,56 | 7          | 7.00",
                "1.234,56 | 1,500      | 1.50",
                "1,234.56 | 999,999.99 | 999999.99",
                "1234.56  | 1234.56    | 1234.56",
                "1234,56  | 1234,56    | 1234.56"
            })
    void readsDecimalsOfEachStyle(String style, String text, String canonical) throws InvalidValueException {
        assertThat(decimal(style).canonical(text)).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.234,56 | 12.34,56       | must be a number such as 1.234,56",
                "1.234,56 | 1,234.56       | must be a number such as 1.234,56",
                "1.234,56 | R$ 5           | must be a number such as 1.234,56",
                "1.234,56 | 1,234          | must have at most 2 decimal places",
                "1.234,56 | 99999999999,00 | must have at most 10 digits before the decimal mark",
                "1.234,56 | 1000000,01     | must be 1000000 or less",
                "1234.56  | 1,234.56       | must be a number such as 1234.56",
                "1234.56  | 1e3            | must be a number such as 1234.56"
            })
    void refusesOtherDecimals(String style, String text, String reason) {
        assertThatThrownBy(() -> decimal(style).canonical(text)).hasMessage(reason);
    }

    /** The time to read digits grows with their square. */
    @Test
    void refusesLongNumbersUnread() {
        assertThatThrownBy(() -> decimal("1234.56").canonical("9".repeat(1_000_000)))
                .hasMessage("must have at most 12 digits");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"31/02/2026", "29/02/2025", "32/01/2026", "01/13/2026", "2026-01-01", "1/1/2026", "01/01/26"})
    void refusesDaysThatTheCalendarDoesNotHave(String text) {
        assertThatThrownBy(() -> DATE.canonical(text))
                .hasMessage("must be a day of the calendar, written as dd/MM/yyyy");
    }

    @Test
    void readsDays() throws InvalidValueException {
        assertThat(DATE.canonical("29/02/2024")).isEqualTo("2024-02-29");
        assertThatThrownBy(() -> DATE.canonical("31/12/1899")).hasMessage("must be 1900-01-01 or more");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dd/mm/yyyy", "MM/yyyy", "DD/MM/YYYY", "jj", "HH:mm"})
    void refusesPatternsThatAreNotOfADay(String letters) {
        assertThatThrownBy(() -> TimePattern.ofDate(letters)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readsLocalTimesOfTheirZone() throws InvalidValueException {
        ValueFormat format =
                new TimestampValue(TimePattern.ofTimestamp("dd/MM/yyyy HH:mm"), ZoneId.of("America/Sao_Paulo"));
        assertThat(format.canonical("31/12/2026 22:30")).isEqualTo("2027-01-01T01:30:00Z");
        assertThatThrownBy(() -> format.canonical("31/12/2026 24:30")).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void readsTwoWordsAsYesAndNo() throws InvalidValueException {
        ValueFormat format = BooleanValue.of("S/N");
        assertThat(format.canonical("s")).isEqualTo("true");
        assertThat(format.canonical("N")).isEqualTo("false");
        assertThatThrownBy(() -> format.canonical("X")).hasMessage("must be S or N");
        assertThatThrownBy(() -> BooleanValue.of("S")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readsWholeNumbersInTheirRange() throws InvalidValueException {
        ValueFormat format = new IntegerValue(new Range<>(1L, null));
        assertThat(format.canonical("0042")).isEqualTo("42");
        assertThatThrownBy(() -> format.canonical("0")).hasMessage("must be 1 or more");
        assertThatThrownBy(() -> format.canonical("9223372036854775808"))
                .hasMessage("must be a whole number such as 1234");
    }

    @Test
    void readsTextsThatAreAllowed() throws InvalidValueException {
        ValueFormat format = new TextValue(3, Pattern.compile("[A-Z]+"), List.of("SP", "RJ", "BAHIA"));
        assertThat(format.canonical("SP")).isEqualTo("SP");
        assertThatThrownBy(() -> format.canonical("BAHIA")).hasMessage("must have at most 3 characters");
        assertThatThrownBy(() -> format.canonical("sp")).hasMessage("must match [A-Z]+");
        assertThatThrownBy(() -> format.canonical("MG")).hasMessage("must be among SP, RJ, BAHIA");
    }
}
