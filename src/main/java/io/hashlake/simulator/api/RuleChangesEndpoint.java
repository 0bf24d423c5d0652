package io.hashlake.simulator.api;

import com.fasterxml.jackson.core.JsonGenerator;
import io.hashlake.simulator.feed.RuleBook;
import io.hashlake.simulator.feed.SimulatedRule;
import io.hashlake.simulator.request.InvalidRequestException;
import io.hashlake.simulator.request.RequestParameters;
import io.hashlake.simulator.request.RuleChange;
import io.hashlake.simulator.settings.SimulatorVocabulary;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** {@code POST /2/tweets/search/stream/rules}. */
final class RuleChangesEndpoint implements SimulatedEndpoint {

    private final RuleBook book;
    private final SimulatorVocabulary vocabulary;

    RuleChangesEndpoint(RuleBook book, SimulatorVocabulary vocabulary) {
        this.book = book;
        this.vocabulary = vocabulary;
    }

    @Override
    public int limit() {
        return 100;
    }

    @Override
    public SimulatedReply answer(Request request) {
        RequestParameters parameters = request.parameters();
        parameters.allowOnly(List.of("dry_run", "delete_all"));
        boolean isDryRun = isSet(parameters, "dry_run");
        if (isSet(parameters, "delete_all")) {
            int deleted = book.delete(rule -> true, request.now(), isDryRun);
            return deletion(deleted, 0, request.now());
        }
        RuleChange change = RuleChange.parse(request.body());
        if (change.add() != null) {
            return addition(book.add(change.add(), request.now(), isDryRun), request.now());
        }
        int asked = change.ids().size() + change.values().size();
        int deleted = book.delete(change::deletes, request.now(), isDryRun);
        return deletion(deleted, Math.max(0, asked - deleted), request.now());
    }

    private static boolean isSet(RequestParameters parameters, String name) {
        return parameters.oneOf(name, List.of("true", "false"), "false").equals("true");
    }

    private CompleteReply addition(RuleBook.Addition addition, Instant now) {
        if (addition.isTooMany()) {
            return ErrorReplies.tooManyRules(vocabulary);
        }
        CompleteReply.Body body = json -> {
            RulesEndpoint.write(json, addition.isDone() ? addition.created() : List.of());
            writeMeta(json, addition, now);
            writeErrors(json, addition);
        };
        return addition.isDone() ? CompleteReply.json(201, body) : CompleteReply.problem(400, body);
    }

    private static void writeMeta(JsonGenerator json, RuleBook.Addition addition, Instant now) throws IOException {
        int valid = addition.created().size();
        int invalid = addition.duplicates().size() + addition.invalid().size();
        int created = addition.isDone() ? valid : 0;
        json.writeObjectFieldStart("meta");
        RulesEndpoint.writeSent(json, now);
        json.writeObjectFieldStart("summary");
        json.writeNumberField("created", created);
        json.writeNumberField("not_created", valid + invalid - created);
        json.writeNumberField("valid", valid);
        json.writeNumberField("invalid", invalid);
        json.writeEndObject();
        json.writeEndObject();
    }

    private void writeErrors(JsonGenerator json, RuleBook.Addition addition) throws IOException {
        if (addition.duplicates().isEmpty() && addition.invalid().isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("errors");
        for (SimulatedRule rule : addition.duplicates()) {
            json.writeStartObject();
            json.writeStringField("value", rule.value());
            json.writeStringField("id", Long.toString(rule.id()));
            json.writeStringField("title", "DuplicateRule");
            json.writeStringField("type", vocabulary.problem("duplicate-rules"));
            json.writeEndObject();
        }
        for (RuleBook.Invalid rule : addition.invalid()) {
            json.writeStartObject();
            json.writeStringField("value", rule.value());
            json.writeArrayFieldStart("details");
            json.writeString(rule.reason());
            json.writeEndArray();
            json.writeStringField("title", "UnprocessableEntity");
            json.writeStringField("type", vocabulary.problem("invalid-rules"));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private CompleteReply deletion(int deleted, int notDeleted, Instant now) {
        return CompleteReply.json(200, json -> {
            json.writeObjectFieldStart("meta");
            RulesEndpoint.writeSent(json, now);
            json.writeObjectFieldStart("summary");
            json.writeNumberField("deleted", deleted);
            json.writeNumberField("not_deleted", notDeleted);
            json.writeEndObject();
            json.writeEndObject();
            if (notDeleted > 0) {
                json.writeArrayFieldStart("errors");
                json.writeStartObject();
                ErrorReplies.writeInvalid(
                        json, new InvalidRequestException("ids", "", "Rule does not exist"), vocabulary);
                json.writeEndObject();
                json.writeEndArray();
            }
        });
    }
}
