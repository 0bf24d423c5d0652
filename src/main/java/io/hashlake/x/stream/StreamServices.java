package io.hashlake.x.stream;

import io.hashlake.tweet.Cursors;
import io.hashlake.tweet.Gaps;
import io.hashlake.x.SpendGuard;
import io.hashlake.x.StreamApi;
import java.time.Clock;

/** What a hub needs of others. */
public record StreamServices(
        StreamApi api, Cursors cursors, Gaps gaps, SpendGuard spend, StreamListener listener, Clock clock) {}
