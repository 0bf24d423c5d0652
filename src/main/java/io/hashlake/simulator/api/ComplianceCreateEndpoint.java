package io.hashlake.simulator.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hashlake.simulator.request.InvalidRequestException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** {@code POST /2/compliance/jobs}. */
final class ComplianceCreateEndpoint implements SimulatedEndpoint {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_NAME = 64;

    private final ComplianceJobs jobs;

    ComplianceCreateEndpoint(ComplianceJobs jobs) {
        this.jobs = jobs;
    }

    @Override
    public int limit() {
        return 150;
    }

    @Override
    public SimulatedReply answer(Request request) {
        request.parameters().allowOnly(List.of("compliance_job.fields"));
        JsonNode body = body(request.body());
        String type = body.path("type").asText();
        String name = body.path("name").asText();
        if (!List.of("tweets", "users").contains(type)) {
            throw new InvalidRequestException("type", type, "type must be tweets or users");
        }
        if (name.length() > LONGEST_NAME) {
            throw new InvalidRequestException("name", name, "name is longer than " + LONGEST_NAME + " characters");
        }
        ComplianceJobs.Job job = jobs.create(type, name);
        return CompleteReply.json(200, json -> {
            json.writeFieldName("data");
            ComplianceListEndpoint.write(json, job);
        });
    }

    private static JsonNode body(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new InvalidRequestException("body", new String(json, StandardCharsets.UTF_8), "The body is no JSON");
        }
    }
}
