package io.hashlake.bus;

import io.hashlake.tweet.AddedField;
import io.hashlake.tweet.Entities;
import io.hashlake.tweet.Hashtag;
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

/** Reads a tweet's fields in the order of the newest schema. */
final class AvroTweetReader {

    private static final Reference.Type[] REFERENCE_TYPES = Reference.Type.values();
    private static final Sentiment.Label[] LABELS = Sentiment.Label.values();

    private AvroTweetReader() {}

    static Tweet read(AvroInput in) {
        Tweet.Builder post = Tweet.builder()
                .id(in.readLong())
                .createdAt(readMillis(in))
                .text(in.readString())
                .language(in.readNullableString())
                .author(readUser(in))
                .entities(readEntities(in))
                .references(in.readArray(AvroTweetReader::readReference))
                .conversationId(in.readNullableLong())
                .inReplyToUserId(in.readNullableLong())
                .metrics(readMetrics(in))
                .possiblySensitive(in.readBoolean())
                .client(in.readNullableString())
                .place(in.readNullable(AvroTweetReader::readPlace))
                .editHistory(in.readArray(AvroInput::readLong))
                .withheld(in.readNullable(AvroTweetReader::readWithheld))
                .topics(in.readStrings())
                .observedAt(in.readMicros())
                .followed(in.readStrings())
                .analysis(in.readNullable(AvroTweetReader::readAnalysis));
        for (AddedField<?> added : TweetFields.ADDED) {
            added.read(in, post);
        }
        return post.build();
    }

    private static User readUser(AvroInput in) {
        return new User(
                in.readLong(),
                in.readNullableString(),
                in.readNullableString(),
                in.readNullable(AvroTweetReader::readMillis),
                in.readBoolean(),
                in.readNullableString(),
                in.readBoolean(),
                new User.Profile(
                        in.readNullableString(),
                        in.readNullableString(),
                        in.readNullableString(),
                        in.readNullableString()),
                new User.Counts(readCount(in), readCount(in), readCount(in), readCount(in)));
    }

    private static Entities readEntities(AvroInput in) {
        return new Entities(
                in.readArray(input -> new Hashtag(input.readString(), input.readString())),
                in.readStrings(),
                in.readStrings(),
                in.readStrings(),
                in.readStrings());
    }

    private static Metrics readMetrics(AvroInput in) {
        return new Metrics(readCount(in), readCount(in), readCount(in), readCount(in), readCount(in), readCount(in));
    }

    private static Reference readReference(AvroInput in) {
        return new Reference(readSymbol(in, REFERENCE_TYPES), in.readLong());
    }

    private static Place readPlace(AvroInput in) {
        return new Place(in.readString(), in.readNullableString(), in.readNullableString(), in.readNullableString());
    }

    private static Withheld readWithheld(AvroInput in) {
        return new Withheld(in.readBoolean(), in.readStrings(), in.readNullableString());
    }

    private static TextAnalysis readAnalysis(AvroInput in) {
        return new TextAnalysis(
                in.readString(),
                in.readStrings(),
                in.readNullableString(),
                in.readNullable(AvroTweetReader::readSentiment));
    }

    private static Sentiment readSentiment(AvroInput in) {
        return new Sentiment(in.readDouble(), in.readDouble(), readSymbol(in, LABELS));
    }

    private static <E extends Enum<E>> E readSymbol(AvroInput in, E[] symbols) {
        long index = in.readLong();
        if (index < 0 || index >= symbols.length) {
            throw new IllegalArgumentException("an enum has no symbol " + index);
        }
        return symbols[(int) index];
    }

    private static long readCount(AvroInput in) {
        return in.count();
    }

    private static Instant readMillis(AvroInput in) {
        return Instant.ofEpochMilli(in.readLong());
    }
}
