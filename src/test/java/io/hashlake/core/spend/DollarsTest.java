package io.hashlake.core.spend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DollarsTest {

    @ParameterizedTest
    @CsvSource({"0, $0.00", "0.005, $0.005", "50, $50.00", "12.5, $12.50", "1200, $1200.00", "0.000001, $0.000001"})
    void writesTheExactAmountWithCents(BigDecimal amount, String text) {
        assertThat(Dollars.of(amount)).hasToString(text);
    }

    @Test
    void aTenthAddsUpExactly() {
        Dollars dime = Dollars.of(new BigDecimal("0.1"));
        assertThat(dime.plus(dime).plus(dime)).isEqualTo(Dollars.of(new BigDecimal("0.3")));
        assertThat(Dollars.of(new BigDecimal("0.005")).times(3_000_000)).isEqualTo(Dollars.of(new BigDecimal(15_000)));
    }

    @Test
    void refusesWhatIsFinerThanAMillionthAndWhatOverflows() {
        assertThatThrownBy(() -> Dollars.of(new BigDecimal("0.0000001"))).hasMessageContaining("six decimals");
        assertThatThrownBy(() -> new Dollars(Long.MAX_VALUE).times(2)).isInstanceOf(ArithmeticException.class);
    }
}
