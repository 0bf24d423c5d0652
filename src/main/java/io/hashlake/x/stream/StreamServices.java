package io.hashlake.x.stream;

import io.hashlake.core.Cursors;
import io.hashlake.core.Gaps;
import io.hashlake.x.spend.SpendGuard;
import io.hashlake.x.stream.client.StreamApi;
import java.time.Clock;

/** Collaborators of a stream hub. */
public record StreamServices(
        StreamApi api, Cursors cursors, Gaps gaps, SpendGuard spend, StreamListener listener, Clock clock) {}
