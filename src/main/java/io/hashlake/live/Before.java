package io.hashlake.live;

import io.hashlake.warehouse.analytics.Totals;
import java.time.Instant;

/**
 * Preceding span of the same length as the elapsed part of a period, to compare it with.
 *
 * @param to the period's first moment
 * @param totals null where posts may be missing, before or since: the difference would be that of what was followed
 */
record Before(Instant from, Instant to, Totals totals) {}
