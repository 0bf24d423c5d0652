package io.hashlake.index;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The objects that OpenSearch Dashboards and Kibana import, held against the index's fields. */
class SavedObjectsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<JsonNode> objects = objects();
    private final JsonNode fields = IndexTemplate.properties();

    private static List<JsonNode> objects() {
        try {
            List<JsonNode> objects = new ArrayList<>();
            for (String line : Files.readAllLines(Path.of("deploy/search-dashboards/hashlake.ndjson"))) {
                objects.add(JSON.readTree(line));
            }
            return objects;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void theDataViewIsOfTheAliasAndTheTimeOfPosts() {
        assertThat(ofType("index-pattern")).singleElement().satisfies(view -> {
            assertThat(view.at("/attributes/title").asText()).isEqualTo(IndexSamples.ALIAS);
            String time = view.at("/attributes/timeFieldName").asText();
            assertThat(fields.path(time).path("type").asText()).isEqualTo("date");
        });
    }

    @Test
    void everyFieldOfEveryVisualizationIsOneOfTheIndexByWhichItCanCount() throws IOException {
        assertThat(ofType("visualization")).hasSizeGreaterThan(3);
        for (JsonNode visualization : ofType("visualization")) {
            JsonNode state =
                    JSON.readTree(visualization.at("/attributes/visState").asText());
            for (JsonNode aggregation : state.path("aggs")) {
                JsonNode field = aggregation.at("/params/field");
                assertThat(field.isMissingNode()
                                || List.of("keyword", "date", "double", "long", "boolean")
                                        .contains(fields.path(field.asText())
                                                .path("type")
                                                .asText()))
                        .as("%s of %s", field, state.path("title"))
                        .isTrue();
            }
        }
    }

    @Test
    void theDashboardShowsEveryVisualizationAndIsRefreshedEveryTwoSeconds() throws IOException {
        JsonNode dashboard = ofType("dashboard").get(0);
        assertThat(dashboard.at("/attributes/refreshInterval/value").asInt()).isEqualTo(2_000);
        assertThat(dashboard.at("/attributes/refreshInterval/pause").asBoolean(true))
                .isFalse();
        List<String> shown = new ArrayList<>();
        for (JsonNode panel :
                JSON.readTree(dashboard.at("/attributes/panelsJSON").asText())) {
            dashboard.path("references").forEach(reference -> {
                if (reference.path("name").equals(panel.path("panelRefName"))) {
                    shown.add(reference.path("id").asText());
                }
            });
        }
        assertThat(shown)
                .containsExactlyInAnyOrderElementsOf(ofType("visualization").stream()
                        .map(visualization -> visualization.path("id").asText())
                        .toList());
    }

    @Test
    void everyReferenceLeadsToAnObject() {
        List<String> ids = objects.stream()
                .map(object ->
                        object.path("type").asText() + "/" + object.path("id").asText())
                .toList();
        objects.forEach(object -> object.path("references").forEach(reference -> assertThat(ids)
                .contains(reference.path("type").asText() + "/"
                        + reference.path("id").asText())));
        assertThat(ids).doesNotHaveDuplicates();
    }

    private List<JsonNode> ofType(String type) {
        return objects.stream()
                .filter(object -> object.path("type").asText().equals(type))
                .toList();
    }
}
