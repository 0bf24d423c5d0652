package io.hashlake.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The generated description of the API, beside the one that was published when the API was described by hand. */
class DescriptionTest {

    private static final Path PUBLISHED = Path.of("src/test/resources/api/openapi-published.yaml");

    private static DescribedApi published;
    private static DescribedApi generated;

    @BeforeAll
    static void read() throws IOException {
        published = new DescribedApi(new YAMLMapper().readTree(PUBLISHED.toFile()));
        generated = new DescribedApi(GeneratedDescription.read());
    }

    @Test
    void nothingThatClientsRelyOnIsLost() {
        assertThat(published.promises()).hasSizeGreaterThan(1_000).contains("get /api/v1/totals query parameter from");
        assertThat(generated.promises()).containsAll(published.promises());
    }

    @Test
    void nothingMoreIsDemanded() {
        assertThat(published.demands()).contains("get /api/v1/posts/{id} needs id");
        assertThat(published.demands()).containsAll(generated.demands());
    }

    @Test
    void theFeedIsDescribed() {
        assertThat(generated.promises())
                .contains(
                        "get /api/v1/live 200 text/event-stream",
                        "get /api/v1/live query parameter period may be 30d",
                        "get /api/v1/live default application/problem+json");
    }

    @Test
    void everyOperationSaysWhatItIsFor() {
        for (JsonNode path : generated.document().get("paths")) {
            assertThat(path).allSatisfy(operation -> assertThat(
                            operation.path("summary").asText() + operation.path("tags"))
                    .matches("[A-Z].*\\[.+]"));
        }
    }
}
