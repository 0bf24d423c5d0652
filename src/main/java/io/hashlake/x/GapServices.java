package io.hashlake.x;

import io.hashlake.tweet.Cursors;
import io.hashlake.tweet.GapLedger;

/** What the filler of gaps works with. */
public record GapServices(MeteredSearch search, CountsApi counts, GapLedger ledger, Cursors cursors, XTime time) {

    /** The same counts; the origin bears the requests. */
    CountsApi countsFor(String origin) {
        return request -> {
            search.spend().requested(origin);
            return counts.counts(request);
        };
    }
}
