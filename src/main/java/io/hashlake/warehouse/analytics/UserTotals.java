package io.hashlake.warehouse.analytics;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An account and the count of its posts in a period. */
@Schema(description = "An account and the count of its posts")
public record UserTotals(
        @JsonFormat(shape = JsonFormat.Shape.STRING) @Schema(type = SchemaType.STRING)
        long userId,

        @Schema(nullable = true) String username,
        @Schema(nullable = true) String name,
        @Schema(nullable = true) Boolean verified,
        @Schema(nullable = true) Long followers,
        long posts,
        Instant firstPostAt,
        Instant lastPostAt) {}
