package io.hashlake.api.compliance;

import io.hashlake.core.erasure.ComplianceStatus;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Progress of removals. */
@Schema(description = "How far the removal is of posts that are gone at X, or are to be forgotten")
public record ComplianceState(
        @Schema(description = "Posts of which removal was asked for, since the beginning")
        long posts,

        @Schema(
                description =
                        "When the oldest compliance job was begun of which X's result is not applied; null where there is none",
                nullable = true)
        Instant openJobSince,

        @Schema(
                description =
                        "When the oldest removal was asked for that is not applied to every store; null where there is none",
                nullable = true)
        Instant pendingSince) {

    static ComplianceState of(ComplianceStatus status) {
        return new ComplianceState(status.posts(), status.openJobSince(), status.pendingSince());
    }
}
