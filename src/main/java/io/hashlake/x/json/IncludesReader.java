package io.hashlake.x.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.hashlake.tweet.Place;
import io.hashlake.tweet.User;
import io.hashlake.x.json.draft.Ids;
import io.hashlake.x.json.draft.PageDraft;
import io.hashlake.x.json.draft.TweetDraft;
import io.hashlake.x.json.value.FieldOrder;
import io.hashlake.x.json.value.JsonValues;
import io.hashlake.x.json.value.UnusableValueException;
import java.io.IOException;

/** Reads a page's {@code includes}: what its tweets refer to. What cannot be read is left out, alone. */
final class IncludesReader {

    private final FieldOrder order = new FieldOrder("includes");
    private final UserReader users;
    private final PlaceReader places;
    private final TweetReader tweets;
    private final MediaReader media = new MediaReader();

    IncludesReader(UserReader users, PlaceReader places, TweetReader tweets) {
        this.users = users;
        this.places = places;
        this.tweets = tweets;
    }

    void read(JsonParser json, PageDraft page) throws IOException, UnusableValueException {
        JsonValues.object(json, order, kind -> readKind(json, kind, page));
    }

    private void readKind(JsonParser json, String kind, PageDraft page) throws IOException, UnusableValueException {
        switch (kind) {
            case "users" -> JsonValues.array(json, kind, () -> addUser(json, page));
            case "media" -> JsonValues.array(json, kind, () -> media.read(json, page));
            case "places" -> JsonValues.array(json, kind, () -> addPlace(json, page));
            case "tweets", "posts" -> JsonValues.array(json, kind, () -> addOriginal(json, page));
            default -> json.skipChildren();
        }
    }

    private void addUser(JsonParser json, PageDraft page) throws IOException, UnusableValueException {
        User user = users.read(json);
        if (user != null) {
            page.users.put(user.id(), user);
        }
    }

    private void addPlace(JsonParser json, PageDraft page) throws IOException, UnusableValueException {
        Place place = places.read(json);
        if (place != null) {
            page.places.put(place.id(), place);
        }
    }

    private void addOriginal(JsonParser json, PageDraft page) throws IOException, UnusableValueException {
        if (JsonValues.isGiven(json, JsonToken.START_OBJECT, "a post")) {
            TweetDraft original = tweets.read(json);
            original.defects().forEach(page::note);
            if (original.id == Ids.NONE) {
                throw new UnusableValueException("a post has no id");
            }
            page.originals.put(original.id, original);
        }
    }
}
