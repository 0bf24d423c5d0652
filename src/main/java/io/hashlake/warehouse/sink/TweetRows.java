package io.hashlake.warehouse.sink;

import io.hashlake.tweet.Entities;
import io.hashlake.tweet.Hashtag;
import io.hashlake.tweet.Metrics;
import io.hashlake.tweet.Place;
import io.hashlake.tweet.Reference;
import io.hashlake.tweet.Sentiment;
import io.hashlake.tweet.StorableText;
import io.hashlake.tweet.TextAnalysis;
import io.hashlake.tweet.Tweet;
import io.hashlake.tweet.Withheld;
import io.hashlake.warehouse.jdbc.BinaryCopy;
import java.sql.SQLException;
import java.util.List;

/** Observations as rows of {@code twitter.tweet} and {@code twitter.tweet_hashtag}, in the order of their columns. */
final class TweetRows {

    private static final int COLUMNS = 40;
    private static final int HASHTAG_COLUMNS = 4;

    private TweetRows() {}

    static void tweet(Observation observation, BinaryCopy copy) throws SQLException {
        Tweet tweet = observation.tweet();
        copy.row(COLUMNS);
        copy.bigint(tweet.id());
        copy.timestamp(tweet.createdAt());
        copy.bigint(tweet.author().id());
        copy.text(tweet.text());
        copy.text(tweet.language());
        copy.bigint(tweet.conversationId());
        copy.bigint(tweet.inReplyToUserId());
        references(tweet, copy);
        entities(tweet.entities(), copy);
        copy.texts(tweet.topics());
        metrics(observation.metrics(), copy);
        copy.bool(tweet.possiblySensitive());
        copy.text(tweet.client());
        place(tweet.place(), copy);
        copy.bigints(tweet.editHistory());
        withheld(tweet.withheld(), copy);
        copy.texts(observation.followed());
        copy.timestamp(tweet.observedAt());
        copy.timestamp(observation.firstSeenAt());
        analysis(tweet.analysis(), copy);
    }

    static void hashtags(Observation observation, BinaryCopy copy) throws SQLException {
        List<Hashtag> hashtags = observation.hashtags();
        for (int i = 0; i < hashtags.size(); i++) {
            if (!isRepeated(hashtags, i)) {
                hashtag(observation.tweet(), hashtags.get(i), copy);
            }
        }
    }

    private static void hashtag(Tweet tweet, Hashtag hashtag, BinaryCopy copy) throws SQLException {
        copy.row(HASHTAG_COLUMNS);
        copy.bigint(tweet.id());
        copy.text(hashtag.canonical());
        copy.text(hashtag.text());
        copy.timestamp(tweet.createdAt());
    }

    /** Whether an earlier hashtag is stored under the same canonical form. */
    private static boolean isRepeated(List<Hashtag> hashtags, int index) {
        String canonical = StorableText.of(hashtags.get(index).canonical());
        for (int i = 0; i < index; i++) {
            if (StorableText.of(hashtags.get(i).canonical()).equals(canonical)) {
                return true;
            }
        }
        return false;
    }

    private static void references(Tweet tweet, BinaryCopy copy) {
        copy.bigint(referenced(tweet, Reference.Type.RETWEETED));
        copy.bigint(referenced(tweet, Reference.Type.QUOTED));
        copy.bigint(referenced(tweet, Reference.Type.REPLIED_TO));
    }

    /** A tweet refers to one other at most in each way. */
    private static Long referenced(Tweet tweet, Reference.Type type) {
        for (Reference reference : tweet.references()) {
            if (reference.type() == type) {
                return reference.tweetId();
            }
        }
        return null;
    }

    private static void entities(Entities entities, BinaryCopy copy) {
        copy.texts(entities.mentions());
        copy.texts(entities.urls());
        copy.texts(entities.cashtags());
        copy.texts(entities.annotations());
    }

    private static void metrics(Metrics metrics, BinaryCopy copy) {
        copy.count(metrics.retweets());
        copy.count(metrics.replies());
        copy.count(metrics.likes());
        copy.count(metrics.quotes());
        copy.count(metrics.bookmarks());
        copy.count(metrics.impressions());
    }

    private static void place(Place place, BinaryCopy copy) {
        copy.text(place == null ? null : place.id());
        copy.text(place == null ? null : place.fullName());
        copy.text(place == null ? null : place.countryCode());
        copy.text(place == null ? null : place.type());
    }

    private static void withheld(Withheld withheld, BinaryCopy copy) {
        copy.bool(withheld == null ? null : withheld.copyright());
        copy.texts(withheld == null ? null : withheld.countryCodes());
        copy.text(withheld == null ? null : withheld.scope());
    }

    private static void analysis(TextAnalysis analysis, BinaryCopy copy) {
        copy.text(analysis == null ? null : analysis.cleanText());
        copy.texts(analysis == null ? null : analysis.emojis());
        copy.text(analysis == null ? null : analysis.language());
        sentiment(analysis == null ? null : analysis.sentiment(), copy);
    }

    private static void sentiment(Sentiment sentiment, BinaryCopy copy) {
        copy.real(sentiment == null ? null : sentiment.polarity());
        copy.real(sentiment == null ? null : sentiment.subjectivity());
        copy.text(sentiment == null ? null : sentiment.label().id());
    }
}
