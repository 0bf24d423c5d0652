package io.hashlake.simulator.request;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.hashlake.simulator.feed.SimulatedRule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Change that {@code POST /2/tweets/search/stream/rules} asks for: to add or to delete, never both.
 *
 * @param add null if nothing is to be added
 * @param ids of rules to delete
 * @param values of rules to delete
 */
public record RuleChange(List<SimulatedRule.Draft> add, List<String> ids, List<String> values) {

    private static final JsonFactory JSON = new JsonFactory();

    public boolean deletes(SimulatedRule rule) {
        return ids.contains(Long.toString(rule.id())) || values.contains(rule.value());
    }

    /** Reads a body; throws {@link InvalidRequestException}. */
    public static RuleChange parse(byte[] body) {
        try (JsonParser parser = JSON.createParser(body)) {
            return new Reader(parser).read();
        } catch (IOException e) {
            throw malformed("body");
        }
    }

    private static InvalidRequestException malformed(String field) {
        return new InvalidRequestException(field, "", "JSON doesn't match expected schema");
    }

    /** Reads one body. */
    private static final class Reader {

        private final JsonParser parser;
        private final List<String> ids = new ArrayList<>();
        private final List<String> values = new ArrayList<>();
        private List<SimulatedRule.Draft> add;

        Reader(JsonParser parser) {
            this.parser = parser;
        }

        RuleChange read() throws IOException {
            expect(parser.nextToken(), JsonToken.START_OBJECT, "body");
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                switch (parser.currentName()) {
                    case "add" -> readDrafts();
                    case "delete" -> readDeletion();
                    default -> throw malformed(parser.currentName());
                }
            }
            boolean isDeletion = !ids.isEmpty() || !values.isEmpty();
            if (isDeletion == (add != null)) {
                throw malformed(isDeletion ? "delete" : "add");
            }
            return new RuleChange(add, ids, values);
        }

        private void readDrafts() throws IOException {
            add = new ArrayList<>();
            expect(parser.nextToken(), JsonToken.START_ARRAY, "add");
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                add.add(readDraft());
            }
            expect(parser.currentToken(), JsonToken.END_ARRAY, "add");
            if (add.isEmpty()) {
                throw malformed("add");
            }
        }

        private SimulatedRule.Draft readDraft() throws IOException {
            String value = null;
            String tag = null;
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String field = parser.currentName();
                expect(parser.nextToken(), JsonToken.VALUE_STRING, "add");
                switch (field) {
                    case "value" -> value = parser.getText();
                    case "tag" -> tag = parser.getText();
                    default -> throw malformed("add");
                }
            }
            if (value == null) {
                throw malformed("add");
            }
            return new SimulatedRule.Draft(value.strip(), tag);
        }

        private void readDeletion() throws IOException {
            expect(parser.nextToken(), JsonToken.START_OBJECT, "delete");
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                switch (parser.currentName()) {
                    case "ids" -> readTexts(ids);
                    case "values" -> readTexts(values);
                    default -> throw malformed("delete");
                }
            }
        }

        private void readTexts(List<String> texts) throws IOException {
            expect(parser.nextToken(), JsonToken.START_ARRAY, "delete");
            while (parser.nextToken() == JsonToken.VALUE_STRING) {
                texts.add(parser.getText());
            }
            expect(parser.currentToken(), JsonToken.END_ARRAY, "delete");
        }

        private static void expect(JsonToken found, JsonToken expected, String field) {
            if (found != expected) {
                throw malformed(field);
            }
        }
    }
}
