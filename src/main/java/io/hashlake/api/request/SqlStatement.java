package io.hashlake.api.request;

import com.fasterxml.jackson.databind.JsonNode;
import io.hashlake.api.json.Json;
import io.hashlake.api.problem.ProblemException;
import io.hashlake.api.problem.ProblemType;
import io.hashlake.warehouse.sql.SqlQuery;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Reads a statement out of the body of a request. */
public final class SqlStatement {

    /** Four bytes a character, escapes and what is around it. */
    private static final int MAX_BYTES = 8 * SqlQuery.MAX_LENGTH;

    private SqlStatement() {}

    /** @throws ProblemException if there is none in it */
    public static String read(String contentType, byte[] body) {
        if (body.length > MAX_BYTES) {
            throw ProblemType.TOO_LARGE
                    .because("the body has " + body.length + " bytes; allowed are " + MAX_BYTES)
                    .thrown();
        }
        return switch (bare(contentType)) {
            case "text/plain", "application/sql" -> text(body);
            case "application/json" -> fromJson(body);
            default ->
                throw ProblemType.UNSUPPORTED_MEDIA_TYPE
                        .because("send the statement with the header Content-Type: text/plain (curl -H 'Content-Type:"
                                + " text/plain' …), or as {\"sql\": \"…\"} with application/json, in UTF-8; a form, which is"
                                + " what curl -d says that it sends, is not taken")
                        .thrown();
        };
    }

    /** Forms are none of them: a browser sends those to any address for any page, and asks nobody. */
    private static String bare(String contentType) {
        String lower = String.valueOf(contentType).toLowerCase(Locale.ROOT).replace(" ", "");
        boolean isUtf8 = !lower.contains("charset=") || lower.matches(".*charset=\"?(utf-8|us-ascii)\"?.*");
        return isUtf8 ? lower.replaceFirst("(?s);.*", "") : "";
    }

    private static String fromJson(byte[] body) {
        try {
            JsonNode json = Json.read(body);
            if (json.isObject() && json.size() == 1 && json.path("sql").isTextual()) {
                return json.get("sql").textValue();
            }
        } catch (IOException e) {
            // told below
        }
        throw ProblemType.INVALID_REQUEST
                .because("the body is not {\"sql\": \"…\"}")
                .thrown();
    }

    private static String text(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw ProblemType.INVALID_REQUEST.because("the body is not UTF-8").thrown();
        }
    }
}
