package io.hashlake.warehouse.analytics;

/** What one account's posts amount to. The names are null while no payload has described it. */
public record AuthorTotals(
        long userId,
        String username,
        String name,
        Boolean verified,
        Long followers,
        long posts,
        long engagement,
        Double meanPolarity) {}
