package io.hashlake.warehouse.ledger;

import io.hashlake.core.spend.Dollars;
import java.time.LocalDate;

/**
 * Dollars spent lately.
 *
 * @param since first day on which anything was read; null where nothing was
 */
public record SpendPace(LocalDate since, Dollars spent) {}
