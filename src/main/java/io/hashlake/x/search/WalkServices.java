package io.hashlake.x.search;

import io.hashlake.core.Gaps;
import io.hashlake.x.client.XTime;
import io.hashlake.x.walk.DoubtAllowance;
import io.hashlake.x.walk.MeteredSearch;

/**
 * Collaborators shared by a poller's walks.
 *
 * @param doubts what may be spent on answers that cannot be right
 */
record WalkServices(MeteredSearch search, SearchSettings settings, Gaps gaps, XTime time, DoubtAllowance doubts) {}
