package io.hashlake.x.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import io.hashlake.x.json.draft.PageDraft;
import io.hashlake.x.json.draft.TweetDraft;
import io.hashlake.x.json.value.Interner;
import io.hashlake.x.json.value.UnusableValueException;
import java.io.IOException;
import java.util.function.Function;

/** Reads the outer shape of what v1.1 gives: a status, a list of them, or a search's answer. Threads may share it. */
final class StatusLineReader {

    private final StatusReader statuses = new StatusReader(new Interner<>(Function.identity()), new PlaceReader());

    PageDraft line(JsonParser json) throws IOException, UnusableValueException {
        PageDraft page = PageDraft.begin(json);
        if (json.nextToken() == JsonToken.START_ARRAY) {
            readStatuses(json, page);
            page.putOthersAside();
        } else {
            readAnswerOrStatus(json, page);
        }
        if (json.nextToken() != null) {
            throw new UnusableValueException("more follows after its end");
        }
        return page;
    }

    private void readAnswerOrStatus(JsonParser json, PageDraft page) throws IOException {
        TweetDraft flat = new TweetDraft();
        flat.start = json.currentTokenLocation().getByteOffset();
        JsonStreamContext self = json.getParsingContext();
        for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
            if (json.nextToken() == JsonToken.START_ARRAY && field.equals("statuses")) {
                page.isOfPosts = true;
                readStatuses(json, page);
            } else {
                statuses.readField(json, field, flat, self);
            }
        }
        statuses.finish(json, flat);
        page.putOthersAside();
        if (flat.isPost()) {
            page.tweets.add(flat);
        }
    }

    private void readStatuses(JsonParser json, PageDraft page) throws IOException {
        page.hasData = true;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() == JsonToken.START_OBJECT) {
                TweetDraft draft = statuses.read(json);
                if (!draft.isEmpty) {
                    page.tweets.add(draft);
                }
            } else if (json.currentToken() != JsonToken.VALUE_NULL) {
                page.tweets.add(DraftReader.noObject(json));
            }
        }
    }
}
