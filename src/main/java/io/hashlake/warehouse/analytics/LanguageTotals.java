package io.hashlake.warehouse.analytics;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Totals over the posts in one language; the language is null where unknown. */
@Schema(description = "What the posts in a language amount to")
public record LanguageTotals(@Schema(nullable = true) String language, Totals totals) {}
