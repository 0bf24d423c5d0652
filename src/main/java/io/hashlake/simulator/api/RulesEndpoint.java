package io.hashlake.simulator.api;

import com.fasterxml.jackson.core.JsonGenerator;
import io.hashlake.simulator.feed.Rule;
import io.hashlake.simulator.feed.RuleBook;
import io.hashlake.simulator.json.Timestamps;
import io.hashlake.simulator.request.Parameters;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** {@code GET /2/tweets/search/stream/rules}. All rules come as one page. */
final class RulesEndpoint implements Endpoint {

    private final RuleBook book;

    RulesEndpoint(RuleBook book) {
        this.book = book;
    }

    @Override
    public int limit() {
        return 450;
    }

    @Override
    public Reply answer(Request request) {
        Parameters parameters = request.parameters();
        parameters.allowOnly(List.of("ids", "max_results", "pagination_token"));
        parameters.integer("max_results", 1, RuleBook.MOST, RuleBook.MOST);
        List<String> ids = List.of(parameters.text("ids").orElse("").split(","));
        List<Rule> rules = book.rules().stream()
                .filter(rule -> !parameters.has("ids") || ids.contains(Long.toString(rule.id())))
                .toList();
        return Answer.json(200, json -> {
            write(json, rules);
            json.writeObjectFieldStart("meta");
            writeSent(json, request.now());
            json.writeNumberField("result_count", rules.size());
            json.writeEndObject();
        });
    }

    /** Writes {@code data}, or nothing where there are no rules. */
    static void write(JsonGenerator json, List<Rule> rules) throws IOException {
        if (rules.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("data");
        for (Rule rule : rules) {
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
        json.writeStringField("sent", Timestamps.format(now));
    }
}
