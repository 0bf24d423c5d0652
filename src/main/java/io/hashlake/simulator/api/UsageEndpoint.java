package io.hashlake.simulator.api;

import com.fasterxml.jackson.core.JsonGenerator;
import io.hashlake.simulator.json.TimestampWriter;
import io.hashlake.simulator.request.FieldNames;
import io.hashlake.simulator.request.RequestParameters;
import io.hashlake.simulator.settings.SimulatorSettings;
import io.hashlake.simulator.settings.SimulatorVocabulary;
import io.hashlake.simulator.truth.Billing;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code /2/usage/tweets}. Nothing in a request tells the vocabulary. X was seen to write counts as strings, which 2.167
 * documents; numbers, as 2.166 has it, are given only where nothing else is spoken.
 */
final class UsageEndpoint implements SimulatedEndpoint {

    private static final long PROJECT = 1_700_000_001;
    private static final long APP = 1_700_000_002;
    private static final long CAP = 3_000_000;
    private static final int RESET_DAY = 1;
    private static final int MAX_DAYS = 90;
    private static final Set<String> DEFAULT = Set.of("cap_reset_day", "project_cap", "project_id", "project_usage");

    private final Billing billing;
    private final boolean hasNumbers;

    UsageEndpoint(Billing billing, SimulatorSettings settings) {
        this.billing = billing;
        this.hasNumbers = settings.vocabularies().equals(Set.of(SimulatorVocabulary.TWEET));
    }

    @Override
    public int limit() {
        return 50;
    }

    @Override
    public CompleteReply answer(Request request) {
        RequestParameters parameters = request.parameters();
        parameters.allowOnly(List.of("days", "usage.fields"));
        int days = parameters.integer("days", 1, MAX_DAYS, 7);
        Set<String> asked = parameters.list("usage.fields", FieldNames.USAGE);
        return CompleteReply.json(200, json -> {
            json.writeObjectFieldStart("data");
            writeMonth(json, asked.isEmpty() ? DEFAULT : asked, request.now());
            writeDays(json, asked, billing.posts(request.now(), days));
            json.writeEndObject();
        });
    }

    private void writeMonth(JsonGenerator json, Set<String> asked, Instant now) throws IOException {
        if (asked.contains("cap_reset_day")) {
            json.writeNumberField("cap_reset_day", RESET_DAY);
        }
        if (asked.contains("project_cap")) {
            write(json, "project_cap", CAP);
        }
        if (asked.contains("project_id")) {
            json.writeStringField("project_id", Long.toString(PROJECT));
        }
        if (asked.contains("project_usage")) {
            write(json, "project_usage", billing.postsOfMonth(now));
        }
    }

    private void writeDays(JsonGenerator json, Set<String> asked, Map<LocalDate, Long> days) throws IOException {
        if (asked.contains("daily_project_usage")) {
            json.writeObjectFieldStart("daily_project_usage");
            write(json, "project_id", PROJECT);
            writeUsage(json, days);
            json.writeEndObject();
        }
        if (asked.contains("daily_client_app_usage")) {
            json.writeArrayFieldStart("daily_client_app_usage");
            json.writeStartObject();
            json.writeStringField("client_app_id", Long.toString(APP));
            json.writeNumberField("usage_result_count", days.size());
            writeUsage(json, days);
            json.writeEndObject();
            json.writeEndArray();
        }
    }

    private void writeUsage(JsonGenerator json, Map<LocalDate, Long> days) throws IOException {
        json.writeArrayFieldStart("usage");
        for (Map.Entry<LocalDate, Long> day : days.entrySet()) {
            json.writeStartObject();
            json.writeStringField(
                    "date",
                    TimestampWriter.format(
                            day.getKey().atStartOfDay(ZoneOffset.UTC).toInstant()));
            write(json, "usage", day.getValue());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void write(JsonGenerator json, String field, long count) throws IOException {
        if (hasNumbers) {
            json.writeNumberField(field, count);
        } else {
            json.writeStringField(field, Long.toString(count));
        }
    }
}
