package io.hashlake.core.erasure;

import java.time.Instant;

/**
 * Progress of the removal of what is gone at X, or is to be forgotten.
 *
 * @param posts posts of which removal was asked for since the beginning
 * @param openJobSince when the oldest batch was begun of which X's result is not applied; null where there is none
 * @param pendingSince when the oldest removal was asked for that is not applied to every store; null where there is none
 */
public record ComplianceStatus(long posts, Instant openJobSince, Instant pendingSince) {}
