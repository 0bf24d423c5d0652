package io.hashlake.dynamodb;

import static io.hashlake.dynamodb.Attributes.count;
import static io.hashlake.dynamodb.Attributes.id;
import static io.hashlake.dynamodb.Attributes.text;
import static io.hashlake.dynamodb.Attributes.texts;

import io.hashlake.tweet.Hashtag;
import io.hashlake.tweet.Tweet;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A post that is to become an item.
 *
 * @param origin from which it came
 * @param hash key of its item
 * @param owner whose posts it counts among
 */
record PendingItem(String origin, Tweet tweet, String hash, UserPeriod owner) {

    static PendingItem of(String origin, Tweet tweet, CountPeriod period) {
        UserPeriod owner = new UserPeriod(tweet.author().id(), period.of(tweet.createdAt()));
        return new PendingItem(origin, tweet, RowHash.of(tweet), owner);
    }

    /** Returns the one that was observed later; of two observations of the same moment, this one. */
    PendingItem newest(PendingItem other) {
        return other.tweet.observedAt().isAfter(tweet.observedAt()) ? other : this;
    }

    Map<String, AttributeValue> item(Instant processedAt, long userPosts) {
        Map<String, AttributeValue> item = new HashMap<>();
        item.put(Attributes.HASH, text(hash));
        item.put(Attributes.POST_ID, id(tweet.id()));
        item.put(Attributes.CREATED_AT, text(ItemTimes.text(tweet.createdAt())));
        item.put(Attributes.OBSERVED_AT, text(ItemTimes.text(tweet.observedAt())));
        item.put(Attributes.PROCESSED_AT, text(ItemTimes.text(processedAt)));
        item.put(Attributes.USER_ID, id(tweet.author().id()));
        item.put(Attributes.TEXT, text(tweet.text()));
        item.put(
                Attributes.HASHTAGS,
                texts(tweet.entities().hashtags().stream()
                        .map(Hashtag::canonical)
                        .toList()));
        item.put(Attributes.PERIOD, text(owner.period()));
        item.put(Attributes.USER_POSTS, count(userPosts));
        if (tweet.author().isKnown()) {
            item.put(Attributes.USER_NAME, text(tweet.author().username()));
        }
        return item;
    }
}
