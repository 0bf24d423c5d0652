package io.hashlake.bus;

import io.hashlake.tweet.AddedField;
import io.hashlake.tweet.Entities;
import io.hashlake.tweet.Metrics;
import io.hashlake.tweet.Place;
import io.hashlake.tweet.Reference;
import io.hashlake.tweet.Sentiment;
import io.hashlake.tweet.TextAnalysis;
import io.hashlake.tweet.Tweet;
import io.hashlake.tweet.TweetFields;
import io.hashlake.tweet.User;
import io.hashlake.tweet.Withheld;
import java.time.Instant;

/**
 * Writes a tweet's fields in the order of the newest schema: the nested records of version 2, which never change, and then all
 * that were added.
 */
final class TweetWriter {

    private TweetWriter() {}

    static void write(Tweet tweet, AvroOutput out) {
        out.writeLong(tweet.id());
        writeMillis(out, tweet.createdAt());
        out.writeString(tweet.text());
        out.writeNullableString(tweet.language());
        write(tweet.author(), out);
        write(tweet.entities(), out);
        out.writeArray(tweet.references(), TweetWriter::writeReference);
        out.writeNullableLong(tweet.conversationId());
        out.writeNullableLong(tweet.inReplyToUserId());
        write(tweet.metrics(), out);
        out.writeBoolean(tweet.possiblySensitive());
        out.writeNullableString(tweet.client());
        out.writeNullable(tweet.place(), TweetWriter::writePlace);
        out.writeArray(tweet.editHistory(), AvroOutput::writeLong);
        out.writeNullable(tweet.withheld(), TweetWriter::writeWithheld);
        out.writeStrings(tweet.topics());
        out.writeMicros(tweet.observedAt());
        out.writeStrings(tweet.followed());
        out.writeNullable(tweet.analysis(), TweetWriter::writeAnalysis);
        for (AddedField<?> added : TweetFields.ADDED) {
            added.field().value().write(tweet, out);
        }
    }

    private static void write(User user, AvroOutput out) {
        out.writeLong(user.id());
        out.writeNullableString(user.username());
        out.writeNullableString(user.name());
        out.writeNullable(user.createdAt(), TweetWriter::writeMillis);
        out.writeBoolean(user.verified());
        out.writeNullableString(user.verifiedType());
        out.writeBoolean(user.isProtected());
        out.writeNullableString(user.profile().description());
        out.writeNullableString(user.profile().location());
        out.writeNullableString(user.profile().url());
        out.writeNullableString(user.profile().imageUrl());
        writeCount(user.counts().followers(), out);
        writeCount(user.counts().following(), out);
        writeCount(user.counts().tweets(), out);
        writeCount(user.counts().listed(), out);
    }

    private static void write(Entities entities, AvroOutput out) {
        out.writeArray(entities.hashtags(), (output, hashtag) -> {
            output.writeString(hashtag.text());
            output.writeString(hashtag.canonical());
        });
        out.writeStrings(entities.mentions());
        out.writeStrings(entities.urls());
        out.writeStrings(entities.cashtags());
        out.writeStrings(entities.annotations());
    }

    private static void write(Metrics metrics, AvroOutput out) {
        writeCount(metrics.retweets(), out);
        writeCount(metrics.replies(), out);
        writeCount(metrics.likes(), out);
        writeCount(metrics.quotes(), out);
        writeCount(metrics.bookmarks(), out);
        writeCount(metrics.impressions(), out);
    }

    private static void writeReference(AvroOutput out, Reference reference) {
        out.writeLong(reference.type().ordinal());
        out.writeLong(reference.tweetId());
    }

    private static void writePlace(AvroOutput out, Place place) {
        out.writeString(place.id());
        out.writeNullableString(place.fullName());
        out.writeNullableString(place.countryCode());
        out.writeNullableString(place.type());
    }

    private static void writeWithheld(AvroOutput out, Withheld withheld) {
        out.writeBoolean(withheld.copyright());
        out.writeStrings(withheld.countryCodes());
        out.writeNullableString(withheld.scope());
    }

    private static void writeAnalysis(AvroOutput out, TextAnalysis analysis) {
        out.writeString(analysis.cleanText());
        out.writeStrings(analysis.emojis());
        out.writeNullableString(analysis.language());
        out.writeNullable(analysis.sentiment(), TweetWriter::writeSentiment);
    }

    private static void writeSentiment(AvroOutput out, Sentiment sentiment) {
        out.writeDouble(sentiment.polarity());
        out.writeDouble(sentiment.subjectivity());
        out.writeLong(sentiment.label().ordinal());
    }

    private static void writeCount(long count, AvroOutput out) {
        out.writeNullableLong(count == Metrics.UNKNOWN ? null : count);
    }

    private static void writeMillis(AvroOutput out, Instant time) {
        out.writeLong(time.toEpochMilli());
    }
}
