package io.hashlake.live;

import java.math.BigDecimal;
import java.time.LocalDate;

/** Spend for pages that show some. */
final class MadeUpSpend {

    static final SpendToday SPEND = new SpendToday(
            12_345,
            411,
            50_000L,
            new BigDecimal("71.250000"),
            new CycleSpend(
                    new BigDecimal("612.505000"),
                    new BigDecimal("1204.300000"),
                    new BigDecimal("1500.000000"),
                    LocalDate.of(2026, 12, 15)));

    private MadeUpSpend() {}
}
