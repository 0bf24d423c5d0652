package io.hashlake.index;

import static io.hashlake.index.IndexSamples.ALIAS;
import static io.hashlake.index.IndexSamples.post;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hashlake.tweet.Metrics;
import io.hashlake.tweet.TextAnalysis;
import io.hashlake.tweet.Tweet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PostDocumentTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void theActionNamesTheMonthOfCreationThePostAndTheMicrosecondOfTheObservation() throws IOException {
        Tweet post = post(42).toBuilder()
                .createdAt(Instant.parse("2026-12-01T00:30:00Z"))
                .observedAt(Instant.parse("2026-12-01T00:30:01.234567Z"))
                .build();

        JsonNode action = line(post, 0).path("index");

        assertThat(action.path("_index").asText()).isEqualTo("hashlake-posts-2026.12");
        assertThat(action.path("_id").asText()).isEqualTo("42");
        assertThat(action.path("version").asLong()).isEqualTo(1_796_085_001_234_567L);
        assertThat(action.path("version_type").asText()).isEqualTo("external_gte");
    }

    @Test
    void idsAreTextsAndWhatIsNotKnownIsLeftOut() throws IOException {
        Tweet post = post(9_007_199_254_740_993L).toBuilder()
                .metrics(new Metrics(Metrics.UNKNOWN, 0, 7, Metrics.UNKNOWN, Metrics.UNKNOWN, Metrics.UNKNOWN))
                .build();

        JsonNode document = line(post, 1);

        assertThat(document.path("id").textValue()).isEqualTo("9007199254740993");
        assertThat(document.path("like_count").asLong()).isEqualTo(7);
        assertThat(document.path("reply_count").asLong(-1)).isZero();
        assertThat(document.has("retweet_count")).isFalse();
        assertThat(document.has("place_id")).isFalse();
    }

    @Test
    void theTextStandsInTheFieldOfItsLanguageToo() throws IOException {
        Tweet post = post(1).toBuilder().text("gols").language("und").build();
        Tweet detected = post.analysed(new TextAnalysis("gols", List.of(), "pt", null));

        assertThat(line(post, 1).has("stemmed")).isFalse();
        assertThat(line(detected, 1).path("stemmed")).isEqualTo(JSON.readTree("{\"pt\":\"gols\"}"));
    }

    @Test
    void halfSurrogatesAndLineBreaksDoNotBreakTheLines() throws IOException {
        Tweet post = post(1).toBuilder().text("a\ud83d\nb\u2028\u0000").build();

        assertThat(line(post, 1).path("text").asText()).isEqualTo("a\ufffd\nb\u2028\ufffd");
    }

    private static JsonNode line(Tweet post, int number) throws IOException {
        String lines = new String(PostDocument.lines(post, ALIAS), StandardCharsets.UTF_8);
        assertThat(lines).endsWith("\n");
        String[] both = lines.split("\n");
        assertThat(both).hasSize(2);
        return JSON.readTree(both[number]);
    }
}
