package io.hashlake.x;

import io.hashlake.tweet.Cursors;
import io.hashlake.tweet.GapLedger;

/** What the filler of gaps works with. */
public record GapServices(SearchApi search, CountsApi counts, GapLedger ledger, Cursors cursors) {}
