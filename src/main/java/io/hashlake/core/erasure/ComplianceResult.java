package io.hashlake.core.erasure;

import java.util.Objects;

/**
 * A post or account that is not at X as it was.
 *
 * @param reason X's: deleted, deactivated, protected, suspended and the like, or scrub_geo where only the place is gone
 */
public record ComplianceResult(long id, String reason) {

    private static final String PLACE_ALONE = "scrub_geo";

    public ComplianceResult {
        Objects.requireNonNull(reason, "reason");
    }

    /** Returns whether the post stays, or the posts of the account, without its place. */
    public boolean isPlaceAlone() {
        return reason.equals(PLACE_ALONE);
    }
}
