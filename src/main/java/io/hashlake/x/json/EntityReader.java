package io.hashlake.x.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.hashlake.tweet.Hashtag;
import io.hashlake.x.json.draft.EntitiesDraft;
import io.hashlake.x.json.value.FieldOrder;
import io.hashlake.x.json.value.Interner;
import io.hashlake.x.json.value.JsonValues;
import io.hashlake.x.json.value.UnusableValueException;
import java.io.IOException;

/**
 * Reads an {@code entities} object. The names come from the entities themselves, so their offsets (which count code points)
 * are not needed.
 */
final class EntityReader {

    private static final String[] TAG = {"tag"};
    private static final String[] USERNAME = {"username"};
    private static final String[] URL = {"expanded_url", "url"};
    private static final String[] ANNOTATION = {"type", "normalized_text"};

    private final FieldOrder entities = new FieldOrder("entities");
    private final FieldOrder hashtag = new FieldOrder("a hashtag");
    private final FieldOrder cashtag = new FieldOrder("a cashtag");
    private final FieldOrder mention = new FieldOrder("a mention");
    private final FieldOrder url = new FieldOrder("a url");
    private final FieldOrder annotation = new FieldOrder("an annotation");
    private final Interner<Hashtag> hashtags = new Interner<>(Hashtag::of);

    /** Null where not given. */
    EntitiesDraft read(JsonParser json) throws IOException, UnusableValueException {
        if (!JsonValues.isGiven(json, JsonToken.START_OBJECT, entities.kind())) {
            return null;
        }
        EntitiesDraft draft = new EntitiesDraft();
        JsonValues.object(json, entities, field -> readKind(json, field, draft));
        return draft;
    }

    private void readKind(JsonParser json, String kind, EntitiesDraft draft)
            throws IOException, UnusableValueException {
        switch (kind) {
            case "hashtags" -> JsonValues.array(json, kind, () -> readHashtag(json, draft));
            case "cashtags" -> JsonValues.array(json, kind, () -> readCashtag(json, draft));
            case "mentions" -> JsonValues.array(json, kind, () -> readMention(json, draft));
            case "urls" -> JsonValues.array(json, kind, () -> readUrl(json, draft));
            case "annotations" -> JsonValues.array(json, kind, () -> readAnnotation(json, draft));
            default -> json.skipChildren();
        }
    }

    private void readHashtag(JsonParser json, EntitiesDraft draft) throws IOException, UnusableValueException {
        Hashtag[] found = new Hashtag[1];
        JsonValues.object(json, hashtag, field -> {
            if (field.equals("tag")) {
                found[0] = JsonValues.interned(json, field, hashtags);
            } else {
                json.skipChildren();
            }
        });
        if (found[0] == null) {
            throw new UnusableValueException("a hashtag has no tag");
        }
        draft.addHashtag(found[0]);
    }

    private void readCashtag(JsonParser json, EntitiesDraft draft) throws IOException, UnusableValueException {
        String symbol = JsonValues.strings(json, cashtag, TAG)[0];
        if (symbol == null) {
            throw new UnusableValueException("a cashtag has no tag");
        }
        draft.addCashtag(symbol);
    }

    private void readMention(JsonParser json, EntitiesDraft draft) throws IOException, UnusableValueException {
        String username = JsonValues.strings(json, mention, USERNAME)[0];
        if (username != null) {
            draft.addMention(username);
        }
    }

    private void readUrl(JsonParser json, EntitiesDraft draft) throws IOException, UnusableValueException {
        String[] found = JsonValues.strings(json, url, URL);
        String address = found[0] != null ? found[0] : found[1];
        if (address != null) {
            draft.addUrl(address);
        }
    }

    private void readAnnotation(JsonParser json, EntitiesDraft draft) throws IOException, UnusableValueException {
        String[] found = JsonValues.strings(json, annotation, ANNOTATION);
        if (found[0] != null && found[1] != null) {
            draft.addAnnotation(found[0] + ":" + found[1]);
        }
    }
}
