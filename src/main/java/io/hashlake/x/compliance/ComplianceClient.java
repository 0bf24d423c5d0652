package io.hashlake.x.compliance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hashlake.core.erasure.ComplianceBatch.Kind;
import io.hashlake.core.erasure.ComplianceResult;
import io.hashlake.core.erasure.ErasedIds;
import io.hashlake.x.client.ApiCaller;
import io.hashlake.x.client.ApiEndpoint;
import io.hashlake.x.client.ApiListener;
import io.hashlake.x.client.ApiResult;
import io.hashlake.x.client.Call;
import io.hashlake.x.client.XSettings;
import io.hashlake.x.client.XTime;
import io.hashlake.x.json.MalformedPageException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** X's compliance jobs over HTTP. Threads may share it. */
public final class ComplianceClient implements ComplianceApi {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ApiCaller caller;
    private final SignedFiles files;

    public ComplianceClient(XSettings settings, XTime time, ApiListener listener) {
        this.caller = new ApiCaller(settings, time, listener);
        this.files = new SignedFiles(
                settings.timeouts().connect(), settings.timeouts().total());
    }

    @Override
    public Optional<ComplianceJob> named(Kind kind, String name) throws IOException, InterruptedException {
        List<ComplianceJob> jobs = value(caller.ask(
                        Call.of(ApiEndpoint.COMPLIANCE_JOBS, Map.of("type", type(kind)), false, ComplianceClient::jobs))
                .answer());
        return jobs.stream().filter(job -> job.name().equals(name)).reduce((older, newer) -> newer);
    }

    @Override
    public ComplianceJob create(Kind kind, String name) throws IOException, InterruptedException {
        byte[] body = JSON.writeValueAsBytes(Map.of("type", type(kind), "name", name));
        return value(caller.ask(Call.sending(
                        ApiEndpoint.COMPLIANCE_CREATE, body, Set.of(200, 201), ComplianceClient::createdJob))
                .answer());
    }

    @Override
    public void upload(ComplianceJob job, ErasedIds ids) throws IOException, InterruptedException {
        String lines = ids.stream().mapToObj(Long::toString).collect(Collectors.joining("\n", "", "\n"));
        files.put(job.uploadUrl(), lines.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public List<ComplianceResult> results(ComplianceJob job) throws IOException, InterruptedException {
        List<ComplianceResult> results = new ArrayList<>();
        for (String line : files.lines(job.downloadUrl())) {
            if (!line.isBlank()) {
                JsonNode result = JSON.readTree(line);
                results.add(new ComplianceResult(
                        result.required("id").asLong(), result.path("reason").asText("deleted")));
            }
        }
        return results;
    }

    private static String type(Kind kind) {
        return kind == Kind.POST ? "tweets" : "users";
    }

    private static <T> T value(ApiResult<T> result) throws IOException {
        if (result instanceof ApiResult.Ok<T> ok) {
            return ok.value();
        }
        throw new IOException("X does not answer about compliance: " + result.reason());
    }

    private static List<ComplianceJob> jobs(byte[] body) throws MalformedPageException {
        List<ComplianceJob> jobs = new ArrayList<>();
        for (JsonNode job : tree(body).path("data")) {
            jobs.add(job(job));
        }
        return jobs;
    }

    private static ComplianceJob createdJob(byte[] body) throws MalformedPageException {
        return job(tree(body).path("data"));
    }

    private static ComplianceJob job(JsonNode job) throws MalformedPageException {
        try {
            return new ComplianceJob(
                    job.required("id").asText(),
                    job.path("name").asText(),
                    job.required("status").asText(),
                    URI.create(job.required("upload_url").asText()),
                    URI.create(job.required("download_url").asText()));
        } catch (IllegalArgumentException e) {
            throw new MalformedPageException("no compliance job: " + e.getMessage());
        }
    }

    private static JsonNode tree(byte[] body) throws MalformedPageException {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new MalformedPageException("not readable: " + e.getMessage());
        }
    }
}
