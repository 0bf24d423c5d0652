package io.hashlake.bluesky;

import io.hashlake.core.Cursors;
import io.hashlake.core.Gaps;
import io.hashlake.core.erasure.RemovalLedger;
import java.time.Clock;

/**
 * Collaborators of the stream.
 *
 * @param userAgent tells the instance who reads
 * @param keepsPayloads whether batches carry the frames as received
 */
public record BlueskyServices(
        BlueskyConfig config,
        Cursors cursors,
        Gaps gaps,
        BlueskyListener listener,
        RemovalLedger removals,
        Clock clock,
        String userAgent,
        boolean keepsPayloads) {}
