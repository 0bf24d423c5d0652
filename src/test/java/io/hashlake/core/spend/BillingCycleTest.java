package io.hashlake.core.spend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BillingCycleTest {

    @ParameterizedTest
    @CsvSource({
        "15, 2026-11-14, 2026-10-15, 2026-11-15",
        "15, 2026-11-15, 2026-11-15, 2026-12-15",
        "1,  2026-12-31, 2026-12-01, 2027-01-01",
        "31, 2027-01-31, 2027-01-31, 2027-02-28",
        "31, 2027-02-27, 2027-01-31, 2027-02-28",
        "31, 2027-02-28, 2027-02-28, 2027-03-31",
        "31, 2027-04-30, 2027-04-30, 2027-05-31",
        "30, 2028-02-29, 2028-02-29, 2028-03-30",
        "30, 2028-03-01, 2028-02-29, 2028-03-30",
    })
    void beginsOnItsDayOrOnTheLastOneOfAShorterMonth(int day, LocalDate date, LocalDate first, LocalDate next) {
        BillingCycle cycle = new BillingCycle(day);
        assertThat(cycle.first(BudgetPeriod.CYCLE, date)).isEqualTo(first);
        assertThat(cycle.next(BudgetPeriod.CYCLE, date)).isEqualTo(next);
    }

    @Property
    void cyclesFollowEachOtherWithoutOverlapOrHole(
            @ForAll @IntRange(min = 1, max = 31) int day, @ForAll @IntRange(max = 2_000) int offset) {
        BillingCycle cycle = new BillingCycle(day);
        LocalDate date = LocalDate.of(2026, 1, 1).plusDays(offset);
        for (BudgetPeriod period : BudgetPeriod.values()) {
            LocalDate next = cycle.next(period, date);
            assertThat(cycle.first(period, date)).isBeforeOrEqualTo(date);
            assertThat(next).isAfter(date);
            assertThat(cycle.first(period, next)).isEqualTo(next);
            assertThat(cycle.first(period, next.minusDays(1))).isEqualTo(cycle.first(period, date));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 32})
    void refusesADayThatNoMonthHas(int day) {
        assertThatThrownBy(() -> new BillingCycle(day)).hasMessageContaining("must be 1 to 31");
    }
}
