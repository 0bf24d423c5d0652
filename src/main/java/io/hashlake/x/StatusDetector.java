package io.hashlake.x;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/**
 * Tells v1.1 from v2 by the first field that only one of them has, which comes early in every payload seen. Where none
 * decides, it is taken for v2.
 */
final class StatusDetector {

    private StatusDetector() {}

    /** Whether an object, or the first of a list, is a status of v1.1 or an answer with statuses. */
    static boolean isStatus(JsonParser json) throws IOException {
        JsonToken first = json.nextToken();
        if (first == JsonToken.START_ARRAY) {
            first = json.nextToken();
        }
        return first == JsonToken.START_OBJECT && isStatusObject(json);
    }

    private static boolean isStatusObject(JsonParser json) throws IOException {
        for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
            JsonToken value = json.nextToken();
            switch (field) {
                case "id_str", "full_text", "statuses", "retweeted_status", "user" -> {
                    return true;
                }
                case "id" -> {
                    return value == JsonToken.VALUE_NUMBER_INT;
                }
                case "data", "meta", "includes", "author_id", "author", "public_metrics", "edit_history_tweet_ids" -> {
                    return false;
                }
                default -> json.skipChildren();
            }
        }
        return false;
    }
}
