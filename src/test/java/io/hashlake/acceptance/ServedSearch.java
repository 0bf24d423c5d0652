package io.hashlake.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;

/**
 * Full-text search as a process serves it from the index.
 *
 * @param word one that stands in a post
 */
record ServedSearch(HashlakeProcess process, String word) {

    private static final ObjectMapper JSON = new ObjectMapper();

    void requireItIsTheIndex() throws Exception {
        HttpResponse<String> answer = search("limit=3&hashtag=covid19,climate&");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Hashlake-Searched")).contains("index");
        JsonNode first = JSON.readTree(answer.body()).path(0);
        assertThat(first.path("foundBy").asText()).isEqualTo("index");
        assertThat(first.path("highlights").size()).isPositive();
    }

    void requireAnOutageIsAProblem() throws Exception {
        HttpResponse<String> outage = search("");
        assertThat(outage.statusCode()).isEqualTo(503);
        assertThat(outage.body()).contains("urn:hashlake:problem:index-unavailable");
    }

    private HttpResponse<String> search(String filters) throws Exception {
        return HashlakeProcess.send(process.request("/api/v1/posts/search?last=7d&" + filters + "text=" + word));
    }
}
