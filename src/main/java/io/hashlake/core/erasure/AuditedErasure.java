package io.hashlake.core.erasure;

import java.time.Instant;

/**
 * A removal, without what was removed.
 *
 * @param reason such as {@code forget user}
 * @param posts number of posts that it covers
 * @param removed copies of posts that were removed or changed, of all stores
 * @param erasedAt when every store had been gone through; null before
 * @param verifiedAt when every store had been gone through once more; null before
 */
public record AuditedErasure(
        long id, String reason, Instant requestedAt, long posts, long removed, Instant erasedAt, Instant verifiedAt) {}
