package io.hashlake.x.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.hashlake.tweet.Hashtag;
import io.hashlake.x.json.draft.EntitiesDraft;
import io.hashlake.x.json.value.FieldOrder;
import io.hashlake.x.json.value.JsonValues;
import io.hashlake.x.json.value.UnusableValueException;
import java.io.IOException;

/** Reads an {@code entities} object of v1.1. Pictures are addresses, as v2 lists them. */
final class StatusEntityReader {

    private static final String[] TEXT = {"text"};
    private static final String[] SCREEN_NAME = {"screen_name"};
    private static final String[] URL = {"expanded_url", "url"};

    private final FieldOrder entities = new FieldOrder("entities");
    private final FieldOrder hashtag = new FieldOrder("a hashtag");
    private final FieldOrder symbol = new FieldOrder("a symbol");
    private final FieldOrder mention = new FieldOrder("a mention");
    private final FieldOrder url = new FieldOrder("a url");
    private final FieldOrder media = new FieldOrder("a medium");

    /** Returns what is known after this object, given what was known before; null where nothing is. */
    EntitiesDraft read(JsonParser json, EntitiesDraft before) throws IOException, UnusableValueException {
        if (!JsonValues.isGiven(json, JsonToken.START_OBJECT, entities.kind())) {
            return before;
        }
        EntitiesDraft draft = before == null ? new EntitiesDraft() : before;
        JsonValues.object(json, entities, kind -> readKind(json, kind, draft));
        return draft;
    }

    private void readKind(JsonParser json, String kind, EntitiesDraft draft)
            throws IOException, UnusableValueException {
        switch (kind) {
            case "hashtags" ->
                JsonValues.array(json, kind, () -> draft.addHashtag(Hashtag.of(required(json, hashtag, TEXT))));
            case "symbols" -> JsonValues.array(json, kind, () -> draft.addCashtag(required(json, symbol, TEXT)));
            case "user_mentions" ->
                JsonValues.array(json, kind, () -> draft.addMention(required(json, mention, SCREEN_NAME)));
            case "urls" -> JsonValues.array(json, kind, () -> draft.addUrl(required(json, url, URL)));
            case "media" -> JsonValues.array(json, kind, () -> draft.addUrl(required(json, media, URL)));
            default -> json.skipChildren();
        }
    }

    /** The first of these fields that is given. */
    private static String required(JsonParser json, FieldOrder order, String... wanted)
            throws IOException, UnusableValueException {
        for (String found : JsonValues.strings(json, order, wanted)) {
            if (found != null) {
                return found;
            }
        }
        throw new UnusableValueException(order.kind() + " has no " + wanted[wanted.length - 1]);
    }
}
