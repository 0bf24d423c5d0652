package io.hashlake.index;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/**
 * Why the server did not do something.
 *
 * @param type its name for the reason, such as {@code cluster_block_exception}
 * @param reason for a person to read
 */
record IndexError(int status, String type, String reason) {

    private static final int MAX_REASON = 500;

    /** Errors of a document itself. Other errors of status 400, such as too many shards or a closed index, pass. */
    private static final Set<String> OF_DOCUMENT = Set.of(
            "mapper_parsing_exception",
            "document_parsing_exception",
            "strict_dynamic_mapping_exception",
            "illegal_argument_exception",
            "parsing_exception");

    /** Reads the part {@code error} of an answer or of one of its items. */
    static IndexError of(int status, JsonNode answer) {
        JsonNode error = answer.path("error");
        if (error.isTextual()) {
            return new IndexError(status, "error", cut(error.textValue()));
        }
        String cause = error.path("caused_by").path("reason").asText("");
        String reason = error.path("reason").asText("no reason given");
        return new IndexError(
                status, error.path("type").asText("error"), cut(cause.isEmpty() ? reason : reason + ": " + cause));
    }

    boolean isOfDocument() {
        return status == 400 && OF_DOCUMENT.contains(type);
    }

    private static String cut(String text) {
        return text.length() <= MAX_REASON ? text : text.substring(0, MAX_REASON) + "…";
    }

    @Override
    public String toString() {
        return status + " " + type + ": " + reason;
    }
}
