package io.hashlake.warehouse.analytics;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A declared gap: see {@code ops.gap}. */
@Schema(name = "Gap", description = "An interval in which posts may have been missed")
public record GapView(
        @JsonFormat(shape = JsonFormat.Shape.STRING) @Schema(type = SchemaType.STRING)
        long id,

        String source,
        Instant from,
        Instant to,
        String reason,
        @Schema(description = "open, closed or unclosable") String state,
        Instant declaredAt,
        @Schema(nullable = true) Instant settledAt,
        @Schema(nullable = true) Long postsFound,
        @Schema(nullable = true) String note) {}
