package io.hashlake.x.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.hashlake.tweet.User;
import io.hashlake.x.json.draft.Ids;
import io.hashlake.x.json.draft.UserDraft;
import io.hashlake.x.json.value.FieldOrder;
import io.hashlake.x.json.value.Interner;
import io.hashlake.x.json.value.JsonValues;
import io.hashlake.x.json.value.UnusableValueException;
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
        if (!JsonValues.isGiven(json, JsonToken.START_OBJECT, order.kind())) {
            return null;
        }
        UserDraft draft = new UserDraft();
        JsonValues.object(json, order, field -> readField(json, field, draft));
        if (draft.id == Ids.NONE) {
            throw new UnusableValueException("a user has no id");
        }
        return draft.toUser();
    }

    private void readField(JsonParser json, String field, UserDraft draft) throws IOException, UnusableValueException {
        switch (field) {
            case "id" -> draft.id = JsonValues.id(json, field);
            case "username" -> draft.username = JsonValues.text(json, field);
            case "name" -> draft.name = JsonValues.text(json, field);
            case "created_at" -> draft.createdAt = JsonValues.time(json, field);
            case "verified" -> draft.verified = JsonValues.flag(json, field);
            case "verified_type" -> draft.verifiedType = JsonValues.interned(json, field, interner);
            case "protected" -> draft.isProtected = JsonValues.flag(json, field);
            case "description" -> draft.description = JsonValues.text(json, field);
            case "location" -> draft.location = JsonValues.text(json, field);
            case "url" -> draft.url = JsonValues.text(json, field);
            case "profile_image_url" -> draft.imageUrl = JsonValues.text(json, field);
            case "public_metrics" -> JsonValues.object(json, metrics, metric -> readMetric(json, metric, draft));
            default -> json.skipChildren();
        }
    }

    private static void readMetric(JsonParser json, String metric, UserDraft draft)
            throws IOException, UnusableValueException {
        switch (metric) {
            case "followers_count" -> draft.followers = JsonValues.count(json, metric);
            case "following_count" -> draft.following = JsonValues.count(json, metric);
            case "tweet_count", "post_count" -> draft.tweets = JsonValues.count(json, metric);
            case "listed_count" -> draft.listed = JsonValues.count(json, metric);
            default -> json.skipChildren();
        }
    }
}
