package io.hashlake.warehouse.analytics;

import java.util.List;

/** A selection's totals, and the authors with the most posts first. */
public record Overview(Totals totals, List<AuthorTotals> authors) {}
