package io.hashlake.x;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import io.hashlake.tweet.Place;
import io.hashlake.tweet.User;
import java.io.IOException;

/** Reads a page's {@code includes}: what its tweets refer to. A broken piece is set aside, the others are kept. */
final class IncludesReader {

    private final FieldOrder order = new FieldOrder("includes");
    private final UserReader users;
    private final PlaceReader places;
    private final TweetReader tweets;

    IncludesReader(UserReader users, PlaceReader places, TweetReader tweets) {
        this.users = users;
        this.places = places;
        this.tweets = tweets;
    }

    void read(JsonParser json, PageDraft page) throws IOException, Defect {
        Values.object(json, order, kind -> readKind(json, kind, page));
    }

    private void readKind(JsonParser json, String kind, PageDraft page) throws IOException, Defect {
        Values.ElementReader reader =
                switch (kind) {
                    case "users" -> () -> addUser(json, page);
                    case "places" -> () -> addPlace(json, page);
                    case "tweets", "posts" -> () -> addOriginal(json, page);
                    default -> null;
                };
        if (reader == null) {
            json.skipChildren();
        } else {
            Values.array(json, kind, () -> readPiece(json, kind, page, reader));
        }
    }

    private static void readPiece(JsonParser json, String kind, PageDraft page, Values.ElementReader reader)
            throws IOException {
        long start = json.currentTokenLocation().getByteOffset();
        JsonStreamContext own = json.getParsingContext();
        JsonStreamContext around = json.currentToken().isStructStart() ? own.getParent() : own;
        try {
            reader.read();
        } catch (Defect | IllegalArgumentException e) {
            DraftReader.leaveTo(around, json);
            json.finishToken();
            long end = json.currentLocation().getByteOffset();
            page.broken.add(new PageDraft.Broken("included in " + kind + ": " + e.getMessage(), start, end));
        }
    }

    private void addUser(JsonParser json, PageDraft page) throws IOException, Defect {
        User user = users.read(json);
        if (user != null) {
            page.users.put(user.id(), user);
        }
    }

    private void addPlace(JsonParser json, PageDraft page) throws IOException, Defect {
        Place place = places.read(json);
        if (place != null) {
            page.places.put(place.id(), place);
        }
    }

    private void addOriginal(JsonParser json, PageDraft page) throws IOException, Defect {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw new Defect("a post must be an object");
        }
        TweetDraft original = tweets.read(json);
        if (original.defect() != null) {
            throw new Defect(original.defect());
        }
        page.originals.put(original.id, original);
    }
}
