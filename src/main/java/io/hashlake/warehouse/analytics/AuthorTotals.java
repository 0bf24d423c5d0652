package io.hashlake.warehouse.analytics;

import com.fasterxml.jackson.annotation.JsonFormat;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Totals over one account's posts. The names are null while no payload has described it. */
@Schema(description = "What an account's posts amount to")
public record AuthorTotals(
        @JsonFormat(shape = JsonFormat.Shape.STRING) @Schema(type = SchemaType.STRING)
        long userId,

        @Schema(nullable = true) String username,
        @Schema(nullable = true) String name,
        @Schema(nullable = true) Boolean verified,
        @Schema(nullable = true) Long followers,
        long posts,
        long engagement,
        @Schema(nullable = true) Double meanPolarity) {}
