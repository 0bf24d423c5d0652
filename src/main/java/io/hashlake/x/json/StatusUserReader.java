package io.hashlake.x.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.hashlake.tweet.User;
import io.hashlake.x.json.draft.Ids;
import io.hashlake.x.json.draft.UserDraft;
import io.hashlake.x.json.value.FieldOrder;
import io.hashlake.x.json.value.JsonValues;
import io.hashlake.x.json.value.UnusableValueException;
import java.io.IOException;

/** Reads a user of v1.1. */
final class StatusUserReader {

    private final FieldOrder order = new FieldOrder("a user");

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

    private static void readField(JsonParser json, String field, UserDraft draft)
            throws IOException, UnusableValueException {
        switch (field) {
            case "id_str" -> draft.id = Ids.first(JsonValues.id(json, field), draft.id);
            case "id" -> draft.id = Ids.first(draft.id, JsonValues.id(json, field));
            case "screen_name" -> draft.username = JsonValues.text(json, field);
            case "name" -> draft.name = JsonValues.text(json, field);
            case "created_at" -> draft.createdAt = JsonValues.time(json, field);
            case "verified" -> draft.verified = JsonValues.flag(json, field);
            case "protected" -> draft.isProtected = JsonValues.flag(json, field);
            case "description" -> draft.description = JsonValues.text(json, field);
            case "location" -> draft.location = JsonValues.text(json, field);
            case "url" -> draft.url = JsonValues.text(json, field);
            case "profile_image_url_https" -> draft.imageUrl = JsonValues.text(json, field);
            case "followers_count" -> draft.followers = JsonValues.count(json, field);
            case "friends_count" -> draft.following = JsonValues.count(json, field);
            case "statuses_count" -> draft.tweets = JsonValues.count(json, field);
            case "listed_count" -> draft.listed = JsonValues.count(json, field);
            default -> json.skipChildren();
        }
    }
}
