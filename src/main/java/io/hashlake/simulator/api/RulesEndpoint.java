package io.hashlake.simulator.api;

import com.fasterxml.jackson.core.JsonGenerator;
import io.hashlake.simulator.feed.RuleBook;
import io.hashlake.simulator.feed.SimulatedRule;
import io.hashlake.simulator.json.TimestampWriter;
import io.hashlake.simulator.request.RequestParameters;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** {@code GET /2/tweets/search/stream/rules}. All rules come as one page. */
final class RulesEndpoint implements SimulatedEndpoint {

    private final RuleBook book;

    RulesEndpoint(RuleBook book) {
        this.book = book;
    }

    @Override
    public int limit() {
        return 450;
    }

    @Override
    public SimulatedReply answer(Request request) {
        RequestParameters parameters = request.parameters();
        parameters.allowOnly(List.of("ids", "max_results", "pagination_token"));
        parameters.integer("max_results", 1, RuleBook.MOST, RuleBook.MOST);
        List<String> ids = List.of(parameters.text("ids").orElse("").split(","));
        List<SimulatedRule> rules = book.rules().stream()
                .filter(rule -> !parameters.has("ids") || ids.contains(Long.toString(rule.id())))
                .toList();
        return CompleteReply.json(200, json -> {
            write(json, rules);
            json.writeObjectFieldStart("meta");
            writeSent(json, request.now());
            json.writeNumberField("result_count", rules.size());
            json.writeEndObject();
        });
    }

    /** Writes {@code data}, or nothing where there are no rules. */
    static void write(JsonGenerator json, List<SimulatedRule> rules) throws IOException {
        if (rules.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("data");
        for (SimulatedRule rule : rules) {
            json.writeStartObject();
            json.writeStringField("value", rule.value());
            if (rule.tag() != null) {
                json.writeStringField("tag", rule.tag());
            }
            json.writeStringField("id", Long.toString(rule.id()));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static void writeSent(JsonGenerator json, Instant now) throws IOException {
        json.writeStringField("sent", TimestampWriter.format(now));
    }
}
