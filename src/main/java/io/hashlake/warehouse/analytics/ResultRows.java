package io.hashlake.warehouse.analytics;

import io.hashlake.warehouse.jdbc.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Answers as rows have them. */
final class ResultRows {

    private ResultRows() {}

    static Totals totals(ResultSet row) throws SQLException {
        return new Totals(
                row.getLong("posts"),
                row.getLong("authors"),
                row.getLong("reach"),
                row.getLong("engagement"),
                row.getLong("negative"),
                row.getLong("neutral"),
                row.getLong("positive"),
                row.getObject("mean_polarity", Double.class));
    }

    static Counts counts(ResultSet row) throws SQLException {
        return new Counts(
                row.getLong("posts"), row.getLong("negative"), row.getLong("neutral"), row.getLong("positive"));
    }

    static HashtagCounts hashtagCounts(ResultSet row) throws SQLException {
        return new HashtagCounts(row.getString("hashtag"), row.getString("hashtag_text"), counts(row));
    }

    static LanguageCounts languageCounts(ResultSet row) throws SQLException {
        return new LanguageCounts(row.getString("language"), counts(row));
    }

    /** Every row has the totals; one without posts has no author. */
    static Overview overview(ResultSet row) throws SQLException {
        Totals totals = totals(row);
        List<AuthorTotals> authors = totals.posts() == 0 ? List.of() : List.of(author(row, "user_"));
        return new Overview(totals, authors);
    }

    static HashtagTotals hashtag(ResultSet row) throws SQLException {
        return new HashtagTotals(row.getString("hashtag"), row.getString("hashtag_text"), totals(row));
    }

    static CoOccurrence coOccurrence(ResultSet row) throws SQLException {
        return new CoOccurrence(row.getString("hashtag"), row.getString("hashtag_text"), row.getLong("posts"));
    }

    static LanguageTotals language(ResultSet row) throws SQLException {
        return new LanguageTotals(row.getString("language"), totals(row));
    }

    static AuthorTotals author(ResultSet row) throws SQLException {
        return author(row, "");
    }

    private static AuthorTotals author(ResultSet row, String prefix) throws SQLException {
        return new AuthorTotals(
                row.getLong("user_id"),
                row.getString("username"),
                row.getString("name"),
                row.getObject("verified", Boolean.class),
                row.getObject("followers_count", Long.class),
                row.getLong(prefix + "posts"),
                row.getLong(prefix + "engagement"),
                row.getObject(prefix + "mean_polarity", Double.class));
    }

    static UserTotals user(ResultSet row) throws SQLException {
        return new UserTotals(
                row.getLong("user_id"),
                row.getString("username"),
                row.getString("name"),
                row.getObject("verified", Boolean.class),
                row.getObject("followers_count", Long.class),
                row.getLong("posts"),
                Times.at(row, "first_post_at"),
                Times.at(row, "last_post_at"));
    }

    static PostView post(ResultSet row) throws SQLException {
        return new PostView(
                row.getLong("id"),
                Times.at(row, "created_at"),
                row.getLong("author_id"),
                row.getString("username"),
                row.getString("name"),
                row.getObject("verified", Boolean.class),
                row.getString("text"),
                row.getString("language"),
                List.of((String[]) row.getArray("hashtags").getArray()),
                row.getObject("retweet_count", Long.class),
                row.getObject("reply_count", Long.class),
                row.getObject("like_count", Long.class),
                row.getObject("quote_count", Long.class),
                row.getObject("impression_count", Long.class),
                decimal(row, "polarity"),
                row.getString("sentiment"),
                row.getObject("superseded_by", Long.class),
                Times.at(row, "observed_at"),
                AddedValues.of(row));
    }

    static GapView gap(ResultSet row) throws SQLException {
        return new GapView(
                row.getLong("id"),
                row.getString("source"),
                Times.at(row, "from_time"),
                Times.at(row, "to_time"),
                row.getString("reason"),
                row.getString("state"),
                Times.at(row, "declared_at"),
                Times.at(row, "settled_at"),
                row.getObject("posts_found", Long.class),
                row.getString("note"));
    }

    static SourceView source(ResultSet row) throws SQLException {
        return new SourceView(
                row.getString("origin"),
                row.getString("position"),
                Times.at(row, "updated_at"),
                row.getLong("posts"),
                Times.at(row, "newest_batch_at"),
                row.getLong("open_gaps"),
                row.getString("follower"),
                row.getBoolean("followed"));
    }

    /** A {@code real} as its shortest decimal: 0.1 is 0.1. */
    static Double decimal(ResultSet row, String column) throws SQLException {
        String decimal = row.getString(column);
        return decimal == null ? null : Double.valueOf(decimal);
    }
}
