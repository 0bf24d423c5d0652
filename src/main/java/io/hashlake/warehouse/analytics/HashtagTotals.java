package io.hashlake.warehouse.analytics;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Totals over the posts with one hashtag. */
@Schema(description = "What the posts with a hashtag amount to")
public record HashtagTotals(
        @Schema(description = "Canonical form") String hashtag,
        @Schema(description = "As it is mostly written") String text,
        Totals totals) {}
