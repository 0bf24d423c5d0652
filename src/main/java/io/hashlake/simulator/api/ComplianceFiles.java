package io.hashlake.simulator.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.hashlake.simulator.json.TimestampWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Signed addresses of compliance jobs: one takes ids, the other gives results. Neither wants a token. */
public final class ComplianceFiles implements HttpHandler {

    /** Path below which they are. */
    public static final String PATH = "/compliance/";

    private static final int FORBIDDEN = 403;

    private final ComplianceJobs jobs;
    private final JsonFactory json = new JsonFactory();

    public ComplianceFiles(ComplianceJobs jobs) {
        this.jobs = jobs;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            Optional<ComplianceJobs.Job> job = jobs.job(path.substring(path.lastIndexOf('/') + 1))
                    .filter(signed -> signed.isSigned(exchange.getRequestURI().getRawQuery()));
            if (job.isEmpty()) {
                exchange.sendResponseHeaders(FORBIDDEN, -1);
            } else if (path.startsWith(PATH + "upload/")) {
                upload(exchange, job.get());
            } else {
                download(exchange, job.get());
            }
        }
    }

    private static void upload(HttpExchange exchange, ComplianceJobs.Job job) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        List<Long> ids = body.lines()
                .map(String::strip)
                .filter(line -> line.matches("\\d{1,18}|[1-8]\\d{18}"))
                .map(Long::valueOf)
                .toList();
        job.upload(ids);
        exchange.sendResponseHeaders(200, -1);
    }

    private void download(HttpExchange exchange, ComplianceJobs.Job job) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/x-ndjson");
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = new BufferedOutputStream(exchange.getResponseBody());
                JsonGenerator lines = json.createGenerator(out)) {
            lines.setRootValueSeparator(null);
            for (ComplianceJobs.Finding finding : job.findings()) {
                write(lines, finding);
            }
        }
    }

    private static void write(JsonGenerator lines, ComplianceJobs.Finding finding) throws IOException {
        lines.writeStartObject();
        lines.writeStringField("id", Long.toString(finding.id()));
        lines.writeStringField("action", "delete");
        lines.writeStringField("created_at", TimestampWriter.format(finding.created()));
        lines.writeStringField("redacted_at", TimestampWriter.format(finding.removed()));
        lines.writeStringField("reason", finding.reason());
        lines.writeEndObject();
        lines.writeRaw('\n');
    }
}
