package io.hashlake.camel;

import io.hashlake.tweet.Cursors;
import io.hashlake.tweet.Gaps;
import io.hashlake.x.SearchApi;
import java.time.Clock;

/** What the component needs from outside of Camel. */
public record XServices(SearchApi api, Cursors cursors, Gaps gaps, Clock clock) {}
