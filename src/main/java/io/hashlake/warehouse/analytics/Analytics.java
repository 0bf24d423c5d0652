package io.hashlake.warehouse.analytics;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Answers from the warehouse, each from one snapshot of it. Every method throws {@link IOException} where the database cannot be
 * reached or takes too long: try again later.
 */
public interface Analytics {

    Totals totals(Selection selection) throws IOException;

    /** The hashtags of the selection's posts, the most used first; only the selected ones if any are selected. */
    List<HashtagTotals> hashtags(Selection selection, int limit) throws IOException;

    /** A series a hashtag, or one of all posts if none is selected; steps without posts are left out. Days are days of the zone. */
    List<SeriesPoint> series(Selection selection, Interval interval, ZoneId zone) throws IOException;

    /** The most used first. */
    List<LanguageTotals> languages(Selection selection, int limit) throws IOException;

    /** Those with the most posts first. */
    List<AuthorTotals> authors(Selection selection, int limit) throws IOException;

    /** {@link #totals} and {@link #authors} in one, for the price of one. */
    default Overview overview(Selection selection, int authors) throws IOException {
        return new Overview(totals(selection), authors(selection, authors));
    }

    /** Returns what {@link #hashtags} does, at a fraction of its cost: posts add up over hours, authors do not. */
    default List<HashtagCounts> hashtagCounts(Selection selection, int limit) throws IOException {
        return hashtags(selection, limit).stream().map(HashtagCounts::of).toList();
    }

    /** Returns the counts of {@link #series}, at a fraction of its cost. */
    default List<SeriesCounts> seriesCounts(Selection selection, Interval interval, ZoneId zone) throws IOException {
        return series(selection, interval, zone).stream().map(SeriesCounts::of).toList();
    }

    /** Returns the counts of {@link #languages}, at a fraction of its cost where no hashtag is selected. */
    default List<LanguageCounts> languageCounts(Selection selection, int limit) throws IOException {
        return languages(selection, limit).stream().map(LanguageCounts::of).toList();
    }

    /** Other hashtags of the selected posts, the most used first. */
    List<CoOccurrence> coOccurring(Selection selection, int limit) throws IOException;

    /** Those with the most engagement first. */
    List<PostView> topPosts(Selection selection, int limit) throws IOException;

    /** The newest first. */
    List<PostView> posts(PostFilter filter, int limit) throws IOException;

    /** All known versions of a post, the oldest first, found by the id of any; empty where none is known. */
    List<PostView> versions(long id) throws IOException;

    /** Accounts with posts in the period, those with the most first; {@code after} continues behind that account. */
    List<UserTotals> users(Instant from, Instant to, Optional<UserTotals> after, int limit) throws IOException;

    /**
     * From when on there are posts with each of these hashtags, or any posts if none are given. Hashtags that no post has do not
     * count.
     *
     * @param hashtags canonical forms, any number of them
     */
    Optional<Instant> begun(List<String> hashtags) throws IOException;

    /** Gaps that touch the period, the newest first. */
    List<GapView> gaps(Instant from, Instant to, int limit) throws IOException;

    /** By name. */
    List<SourceView> sources() throws IOException;
}
