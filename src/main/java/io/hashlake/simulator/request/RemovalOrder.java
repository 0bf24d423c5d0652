package io.hashlake.simulator.request;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Posts and accounts that are to be removed, as {@code {"reason":"suspended","ids":["1","2"],"users":["3"]}}.
 *
 * @param reason one of those that X's compliance jobs give
 * @param ids ids of posts
 * @param users ids of accounts
 */
public record RemovalOrder(String reason, List<Long> ids, List<Long> users) {

    private static final JsonFactory JSON = new JsonFactory();
    private static final Set<String> REASONS =
            Set.of("deleted", "deactivated", "bounced", "protected", "suspended", "scrub_geo");

    public RemovalOrder {
        if (!REASONS.contains(reason) || ids.isEmpty() && users.isEmpty()) {
            throw new IllegalArgumentException("a removal needs ids or users, and a reason among " + REASONS);
        }
        ids = List.copyOf(ids);
        users = List.copyOf(users);
    }

    /** Throws {@link IllegalArgumentException} if this is none. */
    public static RemovalOrder parse(byte[] json) {
        String reason = "deleted";
        List<Long> ids = new ArrayList<>();
        List<Long> users = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(json)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                parser.nextToken();
                switch (parser.currentName()) {
                    case "reason" -> reason = parser.getText();
                    case "ids" -> readIds(parser, ids);
                    case "users" -> readIds(parser, users);
                    default -> throw new IllegalArgumentException("unknown field '" + parser.currentName() + "'");
                }
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("this is no removal: " + e.getMessage(), e);
        }
        return new RemovalOrder(reason, ids, users);
    }

    private static void readIds(JsonParser parser, List<Long> ids) throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            ids.add(Long.valueOf(parser.getText()));
        }
    }
}
