package io.hashlake.x.spend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hashlake.TestConfig;
import io.hashlake.core.spend.Dollars;
import io.hashlake.core.spend.Resource;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PricesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 30);

    @Test
    void byDefaultTheyAreThoseOfX() {
        Prices prices = TestConfig.of(BudgetConfig.class).prices();
        assertThat(prices.of(Resource.POST, DAY)).isEqualTo(new Dollars(5_000));
        assertThat(prices.of(Resource.INCLUDED_POST, DAY)).isEqualTo(new Dollars(5_000));
        assertThat(prices.of(Resource.USER, DAY)).isEqualTo(new Dollars(10_000));
        assertThat(prices.of(Resource.COUNTS_RECENT, DAY)).isEqualTo(new Dollars(5_000));
        assertThat(prices.of(Resource.COUNTS_ALL, DAY)).isEqualTo(new Dollars(10_000));
        assertThat(prices.of(Resource.OWNED_READ, DAY)).isEqualTo(new Dollars(1_000));
        assertThat(prices.of(Resource.REQUEST, DAY)).isEqualTo(Dollars.ZERO);
    }

    @Test
    void aChangeKeepsWhatItDoesNotNameAndThePricesOfTheDaysBefore() {
        Prices prices = Prices.parse("2026-12-01 post=0.006, 2026-01-01 post=0.005 user=0.010");
        assertThat(prices.of(Resource.POST, DAY)).isEqualTo(new Dollars(5_000));
        assertThat(prices.of(Resource.POST, DAY.plusDays(1))).isEqualTo(new Dollars(6_000));
        assertThat(prices.of(Resource.USER, DAY.plusDays(1))).isEqualTo(new Dollars(10_000));
        assertThat(prices.of(Resource.POST, LocalDate.of(2025, 12, 31))).isEqualTo(Dollars.ZERO);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "post=0.005",
                "2026-13-01 post=0.005",
                "2026-01-01 like=0.005",
                "2026-01-01 post",
                "2026-01-01 post=-1"
            })
    void refusesWhatIsNoPrice(String text) {
        assertThatThrownBy(() -> Prices.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
