package io.hashlake.x.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import io.hashlake.x.json.draft.Ids;
import io.hashlake.x.json.draft.MatchedRule;
import io.hashlake.x.json.draft.PageDraft;
import io.hashlake.x.json.draft.TweetDraft;
import io.hashlake.x.json.value.FieldOrder;
import io.hashlake.x.json.value.Interner;
import io.hashlake.x.json.value.JsonValues;
import io.hashlake.x.json.value.UnusableValueException;
import java.io.IOException;
import java.util.function.Function;

/** Reads a page's outer shape. Threads may share it. */
final class PageReader {

    private static final FieldOrder META = new FieldOrder("meta");
    private static final FieldOrder MATCHED_RULE = new FieldOrder("a matching rule");

    private final TweetReader tweets;
    private final IncludesReader includes;

    PageReader() {
        Interner<String> interner = new Interner<>(Function.identity());
        UserReader users = new UserReader(interner);
        PlaceReader places = new PlaceReader();
        this.tweets = new TweetReader(interner, users, places);
        this.includes = new IncludesReader(users, places, tweets);
    }

    /** Reads an answer of which everything in {@code data} is a tweet. */
    PageDraft page(JsonParser json) throws IOException, UnusableValueException {
        PageDraft page = PageDraft.begin(json);
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new UnusableValueException("it is no JSON object");
        }
        for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
            json.nextToken();
            if (!readPageField(json, field, page)) {
                json.skipChildren();
            }
        }
        requireEnd(json);
        if (page.tokenDefect != null) {
            throw new UnusableValueException(page.tokenDefect);
        }
        if (!page.hasData && !page.hasMeta) {
            throw new UnusableValueException("it has neither data nor meta, so it is no answer to this request");
        }
        return page;
    }

    /** Reads whatever a line of a file or stream may be, and keeps what is a tweet. */
    PageDraft line(JsonParser json) throws IOException, UnusableValueException {
        PageDraft page = PageDraft.begin(json);
        JsonToken first = json.nextToken();
        if (first == JsonToken.START_ARRAY) {
            readData(json, page);
            page.putOthersAside();
        } else if (first == JsonToken.START_OBJECT) {
            readPageOrTweet(json, page);
        } else if (first != null) {
            throw new UnusableValueException("it is neither a JSON object nor a list");
        }
        requireEnd(json);
        return page;
    }

    private void readPageOrTweet(JsonParser json, PageDraft page) throws IOException, UnusableValueException {
        TweetDraft flat = new TweetDraft();
        flat.start = json.currentTokenLocation().getByteOffset();
        JsonStreamContext self = json.getParsingContext();
        for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
            json.nextToken();
            if (!readPageField(json, field, page)) {
                tweets.readField(json, field, flat, self);
            }
        }
        flat.end = json.currentLocation().getByteOffset();
        page.putOthersAside();
        if (flat.isPost()) {
            page.tweets.add(flat);
        }
    }

    /** False, with nothing read, if it is no field of a page. */
    private boolean readPageField(JsonParser json, String field, PageDraft page) throws IOException {
        switch (field) {
            case "data" -> readData(json, page);
            case "errors" -> readErrors(json, page);
            case "includes" -> readOrNote(json, field, () -> includes.read(json, page));
            case "meta" -> readOrNote(json, field, () -> readMeta(json, page));
            case "matching_rules" -> readOrNote(json, field, () -> readMatchedRules(json, page));
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void readOrNote(JsonParser json, String field, JsonValues.ElementReader reader) throws IOException {
        JsonToken token = json.currentToken();
        JsonStreamContext own = json.getParsingContext();
        JsonValues.element(json, field, reader, token.isStructStart() ? own.getParent() : own);
    }

    private void readData(JsonParser json, PageDraft page) throws IOException {
        page.hasData = true;
        if (json.currentToken() != JsonToken.START_ARRAY) {
            readTweet(json, page);
            return;
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            readTweet(json, page);
        }
    }

    private void readTweet(JsonParser json, PageDraft page) throws IOException {
        if (json.currentToken() == JsonToken.START_OBJECT) {
            TweetDraft draft = tweets.read(json);
            if (!draft.isEmpty) {
                page.tweets.add(draft);
            }
        } else if (json.currentToken() != JsonToken.VALUE_NULL) {
            page.tweets.add(DraftReader.noObject(json));
        }
    }

    private static void readErrors(JsonParser json, PageDraft page) throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            json.skipChildren();
            page.partialErrors++;
            return;
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            json.skipChildren();
            page.partialErrors++;
        }
    }

    private static void readMatchedRules(JsonParser json, PageDraft page) throws IOException, UnusableValueException {
        JsonValues.array(json, "matching_rules", () -> {
            String[] rule = new String[2];
            JsonValues.object(json, MATCHED_RULE, field -> {
                switch (field) {
                    case "id" -> rule[0] = scalar(json);
                    case "tag" -> rule[1] = scalar(json);
                    default -> json.skipChildren();
                }
            });
            page.matchedRules.add(new MatchedRule(rule[0], rule[1]));
        });
    }

    /** Ids of rules have been numbers too. */
    private static String scalar(JsonParser json) throws IOException {
        if (json.currentToken().isScalarValue()) {
            return json.currentToken() == JsonToken.VALUE_NULL ? null : json.getText();
        }
        json.skipChildren();
        return null;
    }

    /** But for the next page's token, nothing of it is needed: what cannot be read counts as not given. */
    private static void readMeta(JsonParser json, PageDraft page) throws IOException, UnusableValueException {
        page.hasMeta = true;
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return;
        }
        JsonValues.object(json, META, field -> {
            switch (field) {
                case "newest_id" -> page.newestId = number(json);
                case "oldest_id" -> page.oldestId = number(json);
                case "result_count" -> page.resultCount = number(json);
                case "next_token" -> readNextToken(json, field, page);
                default -> json.skipChildren();
            }
        });
    }

    /** Reads the token, and notes if it is unreadable: without it the pages that follow would be missed. */
    private static void readNextToken(JsonParser json, String field, PageDraft page)
            throws IOException, UnusableValueException {
        try {
            String token = json.currentToken().isNumeric() ? json.getText() : JsonValues.text(json, field);
            page.nextToken = token == null || token.isBlank() ? null : token;
        } catch (UnusableValueException e) {
            page.tokenDefect = e.getMessage();
            throw e;
        }
    }

    /** A number, or a string that is one; {@link Ids#NONE} for anything else. */
    private static long number(JsonParser json) throws IOException {
        String text = scalar(json);
        char[] digits = text == null ? new char[0] : text.toCharArray();
        return Ids.parse(digits, 0, digits.length);
    }

    private static void requireEnd(JsonParser json) throws IOException, UnusableValueException {
        if (json.nextToken() != null) {
            throw new UnusableValueException("more follows after its end");
        }
    }
}
