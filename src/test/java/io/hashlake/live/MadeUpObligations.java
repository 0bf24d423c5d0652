package io.hashlake.live;

import io.hashlake.core.erasure.ComplianceStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** Spend and removals for pages that show some. */
final class MadeUpObligations implements ObligationReport {

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

    private static final ComplianceStatus REMOVALS =
            new ComplianceStatus(1_234, Instant.parse("2026-03-04T12:16:17Z"), null);

    @Override
    public SpendToday spend() {
        return SPEND;
    }

    @Override
    public ComplianceStatus removals() {
        return REMOVALS;
    }
}
