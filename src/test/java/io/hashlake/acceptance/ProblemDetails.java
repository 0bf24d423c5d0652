package io.hashlake.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;

/** How the API says what went wrong. */
final class ProblemDetails {

    private ProblemDetails() {}

    static void assertProblem(HttpResponse<String> response, int status) throws IOException {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonNode problem = new ObjectMapper().readTree(response.body());
        assertThat(problem.get("status").intValue()).isEqualTo(status);
        assertThat(problem.get("type").textValue()).startsWith("urn:hashlake:problem:");
        assertThat(problem.get("detail").textValue()).isNotBlank();
        assertThat(response.body()).doesNotContain("Exception", "io.hashlake");
    }

    /** One that passes: it says when to ask again. */
    static void assertPassing(HttpResponse<String> response, int status) throws IOException {
        assertProblem(response, status);
        assertThat(response.headers().firstValueAsLong("Retry-After").orElse(0)).isPositive();
    }
}
