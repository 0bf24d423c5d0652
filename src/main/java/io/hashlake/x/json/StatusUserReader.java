package io.hashlake.x.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.hashlake.tweet.User;
import io.hashlake.x.json.draft.Ids;
import io.hashlake.x.json.draft.UserDraft;
import io.hashlake.x.json.value.FieldOrder;
import io.hashlake.x.json.value.UnusableValueException;
import io.hashlake.x.json.value.Values;
import java.io.IOException;

/** Reads a user of v1.1. */
final class StatusUserReader {

    private final FieldOrder order = new FieldOrder("a user");

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

    private static void readField(JsonParser json, String field, UserDraft draft)
            throws IOException, UnusableValueException {
        switch (field) {
            case "id_str" -> draft.id = Ids.first(Values.id(json, field), draft.id);
            case "id" -> draft.id = Ids.first(draft.id, Values.id(json, field));
            case "screen_name" -> draft.username = Values.text(json, field);
            case "name" -> draft.name = Values.text(json, field);
            case "created_at" -> draft.createdAt = Values.time(json, field);
            case "verified" -> draft.verified = Values.flag(json, field);
            case "protected" -> draft.isProtected = Values.flag(json, field);
            case "description" -> draft.description = Values.text(json, field);
            case "location" -> draft.location = Values.text(json, field);
            case "url" -> draft.url = Values.text(json, field);
            case "profile_image_url_https" -> draft.imageUrl = Values.text(json, field);
            case "followers_count" -> draft.followers = Values.count(json, field);
            case "friends_count" -> draft.following = Values.count(json, field);
            case "statuses_count" -> draft.tweets = Values.count(json, field);
            case "listed_count" -> draft.listed = Values.count(json, field);
            default -> json.skipChildren();
        }
    }
}
