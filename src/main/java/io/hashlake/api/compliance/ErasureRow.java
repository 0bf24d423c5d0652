package io.hashlake.api.compliance;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonFormat.Shape;
import io.hashlake.core.erasure.AuditedErasure;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One removal of the audit. */
@Schema(description = "A removal, without what was removed")
public record ErasureRow(
        @JsonFormat(shape = Shape.STRING) @Schema(type = SchemaType.STRING)
        long id,

        @Schema(
                description =
                        "compliance where X reported the posts, otherwise forget post, forget user or forget everything")
        String reason,

        Instant requestedAt,
        @Schema(description = "Posts that it covers") long posts,

        @Schema(description = "Copies of posts that were removed or changed, of all stores")
        long removed,

        @Schema(description = "When every store had been gone through; null before", nullable = true)
        Instant erasedAt,

        @Schema(
                description = "When every store had been gone through once more, for what was on its way; null before",
                nullable = true)
        Instant verifiedAt) {

    static ErasureRow of(AuditedErasure erasure) {
        return new ErasureRow(
                erasure.id(),
                erasure.reason(),
                erasure.requestedAt(),
                erasure.posts(),
                erasure.removed(),
                erasure.erasedAt(),
                erasure.verifiedAt());
    }
}
