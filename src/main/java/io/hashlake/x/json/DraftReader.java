package io.hashlake.x.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import io.hashlake.x.json.draft.PageDraft;
import io.hashlake.x.json.draft.TweetDraft;
import io.hashlake.x.json.value.FieldOrder;
import io.hashlake.x.json.value.JsonValues;
import io.hashlake.x.json.value.UnusableValueException;
import java.io.IOException;

/**
 * Reads the fields of a tweet in any order. A field that is not what it must be is noted in the draft if no tweet can be
 * without it, else in the page, and reading goes on after it.
 */
abstract class DraftReader {

    private final FieldOrder order;

    /** @param kind what is read, with an article */
    DraftReader(String kind) {
        this.order = new FieldOrder(kind);
    }

    /** Reads the object on which the parser stands. */
    final TweetDraft read(JsonParser json) throws IOException {
        TweetDraft draft = new TweetDraft();
        draft.start = json.currentTokenLocation().getByteOffset();
        JsonStreamContext self = json.getParsingContext();
        for (FieldOrder.Field field = order.next(json, order.start()); field != null; field = order.next(json, field)) {
            json.nextToken();
            draft.isEmpty = false;
            readField(json, field.name(), draft, self);
        }
        finish(json, draft);
        return draft;
    }

    /** Passes over a value that stands where a post must stand, and is no object. */
    static TweetDraft noObject(JsonParser json) throws IOException {
        TweetDraft draft = new TweetDraft();
        draft.reject("id", "a post must be an object");
        draft.start = json.currentTokenLocation().getByteOffset();
        json.skipChildren();
        json.finishToken();
        draft.end = json.currentLocation().getByteOffset();
        return draft;
    }

    /** Reads the value on which the parser stands, whatever it is, and leaves the parser at its end. */
    final void readField(JsonParser json, String field, TweetDraft draft, JsonStreamContext self) throws IOException {
        try {
            readStrictly(json, field, draft);
        } catch (UnusableValueException | IllegalArgumentException e) {
            note(json, field, draft, e.getMessage());
        }
        JsonValues.leaveTo(self, json);
    }

    private static void note(JsonParser json, String field, TweetDraft draft, String reason) {
        switch (field) {
            case "id", "id_str" -> draft.reject("id", reason);
            case "text", "full_text" -> draft.reject("text", reason);
            case "created_at" -> draft.reject("created_at", reason);
            case "author_id", "author", "author_user", "user" -> draft.reject("author_id", reason);
            default -> PageDraft.of(json).note(field, reason);
        }
    }

    /** Reads the value on which the parser stands, if it is what it must be. */
    abstract void readStrictly(JsonParser json, String field, TweetDraft draft)
            throws IOException, UnusableValueException;

    /** To be called at the end of the object. */
    void finish(JsonParser json, TweetDraft draft) {
        draft.end = json.currentLocation().getByteOffset();
    }
}
