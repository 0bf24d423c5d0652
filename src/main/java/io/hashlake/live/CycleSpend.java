package io.hashlake.live;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Dollars of the current billing cycle.
 *
 * @param dollars so far
 * @param forecast at its end
 * @param budget null without a limit
 * @param next first day of the next cycle, in UTC
 */
public record CycleSpend(BigDecimal dollars, BigDecimal forecast, BigDecimal budget, LocalDate next) {}
