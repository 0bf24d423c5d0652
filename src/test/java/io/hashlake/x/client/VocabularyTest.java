package io.hashlake.x.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VocabularyTest {

    @ParameterizedTest
    @CsvSource({
        "TWEET,openapi-2.166-2026-07-06.json,/2/tweets/search/recent",
        "TWEET,openapi-2.166-2026-07-06.json,/2/tweets/search/all",
        "POST,openapi-2.167-2026-08-22.json,/2/tweets/search/recent",
        "POST,openapi-2.167-2026-08-22.json,/2/tweets/search/all"
    })
    void asksForNothingThatXDoesNotPublish(Vocabulary vocabulary, String document, String endpoint) throws IOException {
        Map<String, List<String>> published = published(document, endpoint);

        vocabulary.parameters().forEach((name, values) -> assertThat(published.get(name))
                .as(name)
                .contains(values.split(",")));
    }

    private static Map<String, List<String>> published(String document, String endpoint) throws IOException {
        Path file = Path.of("../shared/x-api", document);
        Assumptions.assumeTrue(Files.exists(file), "no OpenAPI document at " + file);
        JsonNode root = new ObjectMapper().readTree(file.toFile());
        Map<String, List<String>> published = new HashMap<>();
        for (JsonNode given : root.path("paths").path(endpoint).path("get").path("parameters")) {
            String reference = given.path("$ref").asText();
            JsonNode parameter = reference.isEmpty() ? given : root.at(reference.substring(1));
            JsonNode values = parameter.path("schema").path("items").path("enum");
            published.put(
                    parameter.path("name").asText(),
                    StreamSupport.stream(values.spliterator(), false)
                            .map(JsonNode::asText)
                            .toList());
        }
        return published;
    }
}
