package io.hashlake.warehouse.sink;

import io.hashlake.tweet.Field;
import io.hashlake.tweet.Hashtag;
import io.hashlake.tweet.StorableText;
import io.hashlake.tweet.Tweet;
import io.hashlake.tweet.TweetFields;
import io.hashlake.warehouse.jdbc.BinaryCopy;
import java.sql.SQLException;
import java.util.List;

/** Observations as rows of {@code twitter.tweet} and {@code twitter.tweet_hashtag}, in the order of their columns. */
final class TweetRows {

    /** The table's own columns of a post, the key first. */
    static final List<Field<Tweet, ?>> FIELDS =
            TweetFields.ALL.stream().filter(field -> !field.inLakeAlone()).toList();

    private static final int FIRST_SEEN_AT = 1;
    private static final int HASHTAG_COLUMNS = 4;

    private TweetRows() {}

    static void tweet(Observation observation, BinaryCopy copy) throws SQLException {
        copy.row(FIELDS.size() + FIRST_SEEN_AT);
        for (Field<Tweet, ?> field : FIELDS) {
            field.value().write(observation.tweet(), copy);
        }
        copy.timestamp(observation.firstSeenAt());
    }

    static void hashtags(Observation observation, BinaryCopy copy) throws SQLException {
        List<Hashtag> hashtags = observation.tweet().entities().hashtags();
        for (int i = 0; i < hashtags.size(); i++) {
            if (!isRepeated(hashtags, i)) {
                hashtag(observation.tweet(), hashtags.get(i), copy);
            }
        }
    }

    private static void hashtag(Tweet tweet, Hashtag hashtag, BinaryCopy copy) throws SQLException {
        copy.row(HASHTAG_COLUMNS);
        copy.id(tweet.id());
        copy.text(hashtag.canonical());
        copy.text(hashtag.text());
        copy.timestamp(tweet.createdAt());
    }

    /** Returns whether an earlier hashtag is stored under the same canonical form. */
    private static boolean isRepeated(List<Hashtag> hashtags, int index) {
        String canonical = StorableText.of(hashtags.get(index).canonical());
        for (int i = 0; i < index; i++) {
            if (StorableText.of(hashtags.get(i).canonical()).equals(canonical)) {
                return true;
            }
        }
        return false;
    }
}
