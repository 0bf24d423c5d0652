package io.hashlake.warehouse.sink;

import io.hashlake.tweet.Field;
import io.hashlake.tweet.Hashtag;
import io.hashlake.tweet.StorableText;
import io.hashlake.tweet.Tweet;
import io.hashlake.tweet.TweetFields;
import io.hashlake.warehouse.jdbc.BinaryCopy;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Observations as rows of {@code twitter.tweet} and {@code twitter.tweet_hashtag}, in the order of their columns. */
final class TweetRows {

    /** A hashtag in a tweet. */
    record WrittenHashtag(Tweet tweet, Hashtag hashtag) {}

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

    /** The hashtags of these, in the order of their ids, as the merge needs them. */
    static List<WrittenHashtag> hashtags(List<Observation> observations) {
        List<WrittenHashtag> written = new ArrayList<>();
        for (Observation observation : observations) {
            List<Hashtag> hashtags = observation.tweet().entities().hashtags();
            for (int i = 0; i < hashtags.size(); i++) {
                if (!isRepeated(hashtags, i)) {
                    written.add(new WrittenHashtag(observation.tweet(), hashtags.get(i)));
                }
            }
        }
        return written;
    }

    /** The same in the order of the index by hashtag, which is then cheaper to keep. */
    static List<WrittenHashtag> byHashtag(List<Observation> observations) {
        List<WrittenHashtag> written = hashtags(observations);
        written.sort(Comparator.comparing(one -> one.hashtag().canonical()));
        return written;
    }

    static void hashtag(WrittenHashtag written, BinaryCopy copy) throws SQLException {
        copy.row(HASHTAG_COLUMNS);
        copy.id(written.tweet().id());
        copy.text(written.hashtag().canonical());
        copy.text(written.hashtag().text());
        copy.timestamp(written.tweet().createdAt());
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
