package io.hashlake.live;

import io.hashlake.warehouse.analytics.AuthorTotals;
import io.hashlake.warehouse.analytics.CoOccurrence;
import io.hashlake.warehouse.analytics.HashtagCounts;
import io.hashlake.warehouse.analytics.LanguageCounts;
import io.hashlake.warehouse.analytics.PostView;
import io.hashlake.warehouse.analytics.Totals;
import java.time.Instant;
import java.util.List;

/**
 * Everything that the dashboard shows, at one moment.
 *
 * @param zone in which days begin and times are to be written, such as America/Sao_Paulo
 * @param period such as 24h
 * @param from first moment of the period, the start of its first step
 * @param followed canonical forms of the hashtags that this process follows
 * @param top the most used hashtags of the period among all posts
 * @param hashtags totals of the selected hashtags; the same as {@code top} if none is selected
 * @param coOccurring other hashtags of the selected hashtags' posts; empty if none is selected
 */
record Snapshot(
        Instant at,
        String zone,
        String period,
        Instant from,
        List<String> selected,
        List<String> followed,
        Totals totals,
        Before before,
        Pace pace,
        Series series,
        List<HashtagCounts> top,
        List<HashtagCounts> hashtags,
        List<AuthorTotals> authors,
        List<PostView> posts,
        List<LanguageCounts> languages,
        List<CoOccurrence> coOccurring,
        Situation situation) {}
