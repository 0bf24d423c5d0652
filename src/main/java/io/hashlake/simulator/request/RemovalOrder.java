package io.hashlake.simulator.request;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Posts that are to be removed, as {@code {"reason":"deleted","ids":["1","2"]}}.
 *
 * @param reason one of those that X's compliance jobs give
 */
public record RemovalOrder(String reason, List<Long> ids) {

    private static final JsonFactory JSON = new JsonFactory();
    private static final Set<String> REASONS =
            Set.of("deleted", "deactivated", "bounced", "protected", "suspended", "scrub_geo");

    public RemovalOrder {
        if (!REASONS.contains(reason) || ids.isEmpty()) {
            throw new IllegalArgumentException("a removal needs ids and a reason among " + REASONS);
        }
        ids = List.copyOf(ids);
    }

    /** Throws {@link IllegalArgumentException} if this is none. */
    public static RemovalOrder parse(byte[] json) {
        String reason = "deleted";
        List<Long> ids = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(json)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                parser.nextToken();
                switch (parser.currentName()) {
                    case "reason" -> reason = parser.getText();
                    case "ids" -> readIds(parser, ids);
                    default -> throw new IllegalArgumentException("unknown field '" + parser.currentName() + "'");
                }
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("this is no removal: " + e.getMessage(), e);
        }
        return new RemovalOrder(reason, ids);
    }

    private static void readIds(JsonParser parser, List<Long> ids) throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            ids.add(Long.valueOf(parser.getText()));
        }
    }
}
