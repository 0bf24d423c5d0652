package io.hashlake.warehouse.analytics;

/** Totals over one account's posts. The names are null while no payload has described it. */
public record AuthorTotals(
        long userId,
        String username,
        String name,
        Boolean verified,
        Long followers,
        long posts,
        long engagement,
        Double meanPolarity) {}
