package io.hashlake.mastodon;

import io.hashlake.core.Cursors;
import java.time.Clock;

/**
 * Collaborators of the sources.
 *
 * @param userAgent tells servers who asks
 * @param keepsPayloads whether batches carry the pages as received
 */
public record MastodonServices(
        MastodonConfig config, Cursors cursors, Clock clock, String userAgent, boolean keepsPayloads) {}
