package io.hashlake.warehouse.ledger;

import io.hashlake.core.spend.SpendItem;
import java.time.LocalDate;

/** Line of the ledger: how many of what a source has read on a day. */
public record SpendLine(LocalDate day, SpendItem item, long amount) {}
