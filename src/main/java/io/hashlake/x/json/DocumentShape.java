package io.hashlake.x.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.hashlake.x.json.value.StatusTimes;
import io.hashlake.x.json.value.TimestampParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Tells by an object's own fields, or those of the first one of a list, what a document holds. The form of
 * {@code created_at} tells v1.1 from v2, and {@code id_str} where the time is of no form, or v2's author is missing;
 * in which order the fields come does not matter.
 *
 * <p>An object that is no post and no page, but has one of the {@link #WRAPPERS}, stands for what is in it: so
 * Elasticsearch, CouchDB, Kafka and X's own archive wrap what they export.
 */
final class DocumentShape {

    /** Fields in which tools put a post, or a list of them; the first in this order that holds one counts. */
    private static final List<String> WRAPPERS =
            List.of("_source", "doc", "value", "payload", "tweet", "hits", "rows", "docs");

    /** From here on they hold lists. */
    private static final int FIRST_LIST = WRAPPERS.indexOf("hits");

    private final byte[] input;
    private final byte[][] wrapped = new byte[WRAPPERS.size()][];
    private boolean isPage;
    private boolean isList;
    private boolean isPost;
    private boolean hasStatuses;
    private boolean hasOldTime;
    private boolean hasNewTime;
    private boolean hasIdText;
    private boolean hasAuthorId;
    private boolean hasStatusField;
    private boolean isNotice;

    DocumentShape(byte[] input) {
        this.input = input;
    }

    /** Reads as far as is needed to tell; the parser stands before the first token. */
    static DocumentShape of(JsonParser json, byte[] input) throws IOException {
        DocumentShape shape = new DocumentShape(input);
        JsonToken first = json.nextToken();
        shape.isList = first == JsonToken.START_ARRAY;
        if (shape.isList) {
            first = json.nextToken();
        }
        if (first == JsonToken.START_OBJECT) {
            shape.readObject(json);
        }
        return shape;
    }

    /** Returns whether the document is a v1.1 status, or a response with statuses; else it is taken for v2. */
    boolean isStatus() {
        boolean named = hasIdText || hasStatusField && !hasNewTime;
        return !isPage && (hasOldTime || hasStatuses || named && !hasAuthorId);
    }

    /** Tells whether the document is a notice about posts, as that one was deleted, or belongs to the database that holds them. */
    boolean isNotice() {
        return isNotice;
    }

    /** Tells whether the wrapped value is a list in which everything must be a post. */
    boolean wrapsPosts() {
        byte[] wrapped = wrapped();
        return wrapped != null
                && wrapped[0] == '['
                && Arrays.asList(this.wrapped).indexOf(wrapped) >= FIRST_LIST;
    }

    /** Returns the wrapped value, or null if nothing is wrapped. Elements of a list have shapes of their own. */
    byte[] wrapped() {
        boolean isWrapper = !isList && !isPage && !isPost && !hasStatuses;
        return isWrapper
                ? Arrays.stream(wrapped)
                        .filter(value -> value != null)
                        .findFirst()
                        .orElse(null)
                : null;
    }

    private void readObject(JsonParser json) throws IOException {
        String field = json.nextFieldName();
        while (field != null && !isPage && !hasOldTime && !(hasNewTime && hasAuthorId)) {
            json.nextToken();
            readField(json, field);
            json.skipChildren();
            field = json.nextFieldName();
        }
    }

    private void readField(JsonParser json, String field) throws IOException {
        switch (field) {
            case "data", "includes", "meta" -> isPage = true;
            case "statuses" -> hasStatuses = json.currentToken() == JsonToken.START_ARRAY;
            case "created_at" -> readTime(json);
            case "id_str" -> hasIdText = true;
            case "author_id" -> hasAuthorId = true;
            case "text" -> isPost = true;
            case "full_text", "retweeted_status", "user" -> {
                isPost |= field.equals("full_text");
                hasStatusField = true;
            }
            case "delete", "scrub_geo", "limit", "status_withheld", "user_withheld", "warning", "disconnect" ->
                isNotice = true;
            case "deleted", "_deleted" -> isNotice |= json.currentToken() == JsonToken.VALUE_TRUE;
            case "_id" -> isNotice |= json.getText().startsWith("_design/");
            default -> readWrapped(json, WRAPPERS.indexOf(field));
        }
    }

    private void readTime(JsonParser json) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_STRING) {
            String text = json.getText();
            hasOldTime = StatusTimes.parse(text) != TimestampParser.INVALID;
            hasNewTime = TimestampParser.parse(text.toCharArray(), 0, text.length()) != TimestampParser.INVALID;
        }
    }

    private void readWrapped(JsonParser json, int wrapper) throws IOException {
        if (wrapper < 0) {
            return;
        }
        if (json.currentToken() == JsonToken.VALUE_STRING) {
            String text = json.getText();
            wrapped[wrapper] = text.startsWith("{") ? text.getBytes(StandardCharsets.UTF_8) : null;
        } else if (json.currentToken().isStructStart()) {
            long start = json.currentTokenLocation().getByteOffset();
            json.skipChildren();
            wrapped[wrapper] = Arrays.copyOfRange(
                    input, (int) start, (int) json.currentLocation().getByteOffset());
        }
    }
}
