package io.hashlake.x.gap;

import io.hashlake.core.Cursors;
import io.hashlake.core.GapLedger;
import io.hashlake.x.client.CountsApi;
import io.hashlake.x.client.XTime;
import io.hashlake.x.walk.MeteredCounts;
import io.hashlake.x.walk.MeteredSearch;

/** Collaborators of the gap filler. */
public record GapServices(MeteredSearch search, CountsApi counts, GapLedger ledger, Cursors cursors, XTime time) {

    /** The same counts; the origin bears the requests. */
    CountsApi countsFor(String origin) {
        return new MeteredCounts(counts, search.spend(), origin);
    }
}
