package io.hashlake.simulator.api;

import com.fasterxml.jackson.core.JsonGenerator;
import io.hashlake.simulator.json.TimestampWriter;
import io.hashlake.simulator.request.RequestParameters;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** {@code GET /2/compliance/jobs}. */
final class ComplianceListEndpoint implements SimulatedEndpoint {

    static final String PATH = "/2/compliance/jobs";

    private final ComplianceJobs jobs;

    ComplianceListEndpoint(ComplianceJobs jobs) {
        this.jobs = jobs;
    }

    @Override
    public int limit() {
        return 150;
    }

    @Override
    public SimulatedReply answer(Request request) {
        RequestParameters parameters = request.parameters();
        parameters.allowOnly(List.of("type", "status", "compliance_job.fields"));
        Set<String> types = parameters.list("type", List.of("tweets", "users"));
        Set<String> statuses = parameters.list("status", List.of("created", "in_progress", "failed", "complete"));
        List<ComplianceJobs.Job> found = jobs.all().stream()
                .filter(job -> types.contains(job.type()))
                .filter(job -> statuses.isEmpty() || statuses.contains(job.status()))
                .toList();
        return CompleteReply.json(200, json -> {
            if (!found.isEmpty()) {
                json.writeArrayFieldStart("data");
                for (ComplianceJobs.Job job : found) {
                    write(json, job);
                }
                json.writeEndArray();
            }
            json.writeObjectFieldStart("meta");
            json.writeNumberField("result_count", found.size());
            json.writeEndObject();
        });
    }

    static void write(JsonGenerator json, ComplianceJobs.Job job) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", Long.toString(job.id()));
        json.writeStringField("type", job.type());
        json.writeStringField("name", job.name());
        json.writeBooleanField("resumable", false);
        json.writeStringField("status", job.status());
        json.writeStringField("created_at", TimestampWriter.format(job.created()));
        json.writeStringField("upload_url", job.address("upload"));
        json.writeStringField("upload_expires_at", TimestampWriter.format(job.expires()));
        json.writeStringField("download_url", job.address("download"));
        json.writeStringField("download_expires_at", TimestampWriter.format(job.expires()));
        json.writeEndObject();
    }
}
