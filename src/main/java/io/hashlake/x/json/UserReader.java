package io.hashlake.x.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.hashlake.tweet.User;
import io.hashlake.x.json.draft.Ids;
import io.hashlake.x.json.draft.UserDraft;
import io.hashlake.x.json.value.FieldOrder;
import io.hashlake.x.json.value.Interner;
import io.hashlake.x.json.value.UnusableValueException;
import io.hashlake.x.json.value.Values;
import java.io.IOException;

/** Reads a user. */
final class UserReader {

    private final FieldOrder order = new FieldOrder("a user");
    private final FieldOrder metrics = new FieldOrder("public_metrics");
    private final Interner<String> interner;

    UserReader(Interner<String> interner) {
        this.interner = interner;
    }

    /** Null where not given. */
    User read(JsonParser json) throws IOException, UnusableValueException {
        if (!Values.isGiven(json, JsonToken.START_OBJECT, order.kind())) {
            return null;
        }
        UserDraft draft = new UserDraft();
        Values.object(json, order, field -> readField(json, field, draft));
        if (draft.id == Ids.NONE) {
            throw new UnusableValueException("a user has no id");
        }
        return draft.toUser();
    }

    private void readField(JsonParser json, String field, UserDraft draft) throws IOException, UnusableValueException {
        switch (field) {
            case "id" -> draft.id = Values.id(json, field);
            case "username" -> draft.username = Values.text(json, field);
            case "name" -> draft.name = Values.text(json, field);
            case "created_at" -> draft.createdAt = Values.time(json, field);
            case "verified" -> draft.verified = Values.flag(json, field);
            case "verified_type" -> draft.verifiedType = Values.interned(json, field, interner);
            case "protected" -> draft.isProtected = Values.flag(json, field);
            case "description" -> draft.description = Values.text(json, field);
            case "location" -> draft.location = Values.text(json, field);
            case "url" -> draft.url = Values.text(json, field);
            case "profile_image_url" -> draft.imageUrl = Values.text(json, field);
            case "public_metrics" -> Values.object(json, metrics, metric -> readMetric(json, metric, draft));
            default -> json.skipChildren();
        }
    }

    private static void readMetric(JsonParser json, String metric, UserDraft draft)
            throws IOException, UnusableValueException {
        switch (metric) {
            case "followers_count" -> draft.followers = Values.count(json, metric);
            case "following_count" -> draft.following = Values.count(json, metric);
            case "tweet_count", "post_count" -> draft.tweets = Values.count(json, metric);
            case "listed_count" -> draft.listed = Values.count(json, metric);
            default -> json.skipChildren();
        }
    }
}
