package io.hashlake.x.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hashlake.core.Rejected;
import io.hashlake.tweet.Hashtag;
import io.hashlake.tweet.Snowflake;
import io.hashlake.tweet.Tweet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Real payloads, where they are at hand, compared with what a plain reading of the JSON tree expects of them. */
class SamplesTest {

    private static final Path SAMPLES = Path.of("../shared/x-api/samples");
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final PageParser parser = new PageParser();

    @TestFactory
    Stream<DynamicTest> parsesOrRightlyRejectsEveryTweet() throws IOException {
        return files().map(
                        file -> DynamicTest.dynamicTest(SAMPLES.relativize(file).toString(), () -> {
                            for (byte[] piece : pieces(file)) {
                                verify(piece);
                            }
                        }));
    }

    @TestFactory
    Stream<DynamicTest> readsTheSameFromTheNewerNames() throws IOException {
        return files().map(
                        file -> DynamicTest.dynamicTest(SAMPLES.relativize(file).toString(), () -> {
                            for (byte[] piece : pieces(file)) {
                                verifyRenamed(piece);
                            }
                        }));
    }

    @Test
    void holdsThousandsOfTweets() throws IOException, MalformedPageException {
        int tweets = 0;
        int rejected = 0;
        for (Path file : files().toList()) {
            for (byte[] piece : pieces(file)) {
                if (tree(piece) != null) {
                    SearchPage page = parser.parseLine(piece, "samples", NOW);
                    tweets += page.tweets().size();
                    rejected += page.rejected().size();
                }
            }
        }

        assertThat(tweets).isGreaterThan(1500);
        assertThat(rejected).isBetween(1, 20);
    }

    private void verify(byte[] piece) throws MalformedPageException {
        JsonNode tree = tree(piece);
        if (tree == null) {
            assertThatExceptionOfType(MalformedPageException.class)
                    .isThrownBy(() -> parser.parseLine(piece, "samples", NOW));
            return;
        }
        SearchPage page = parser.parseLine(piece, "samples", NOW);
        if (isOld(tree)) {
            verifyStatuses(page, tree);
            return;
        }
        List<JsonNode> good = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        for (JsonNode tweet : tweets(tree)) {
            String reason = reason(tweet);
            if (reason == null) {
                good.add(tweet);
            } else {
                reasons.add(reason);
            }
        }
        assertThat(page.rejected()).extracting(Rejected::reason).isEqualTo(reasons);
        assertThat(page.tweets()).hasSameSizeAs(good);
        for (int i = 0; i < good.size(); i++) {
            verify(page.tweets().get(i), good.get(i), tree.path("includes"));
        }
        if (tree.has("data")
                && page.tweets().size() + page.rejected().size()
                        == elements(tree).size()) {
            assertThat(parser.parse(piece, "samples", NOW)).isEqualTo(page);
        }
    }

    private static void verify(Tweet tweet, JsonNode expected, JsonNode includes) {
        JsonNode original = original(expected, includes);
        JsonNode whole = original == null ? expected : original;
        Set<String> hashtags = tags(expected);
        hashtags.addAll(tags(whole));

        assertThat(tweet.id()).isEqualTo(expected.path("id").asLong());
        assertThat(tweet.createdAt())
                .isEqualTo(
                        expected.has("created_at")
                                ? Instant.parse(expected.path("created_at").asText())
                                : Snowflake.time(tweet.id()));
        assertThat(tweet.text())
                .isEqualTo(whole.path("note_tweet")
                        .path("text")
                        .asText(whole.path("text").asText()));
        assertThat(tweet.entities().hashtags())
                .extracting(Hashtag::canonical)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(hashtags);
        assertThat(tweet.author().username()).isEqualTo(username(expected, includes));
        assertThat(tweet.metrics().likes())
                .isEqualTo(expected.path("public_metrics").path("like_count").asLong(-1));
        assertThat(tweet.references())
                .hasSize(expected.path("referenced_tweets").size());
    }

    /** What v1.1 gave, which has other names. */
    private static void verifyStatuses(SearchPage page, JsonNode tree) {
        List<JsonNode> statuses = elements(tree).stream()
                .filter(element -> element.has("text") || element.has("full_text"))
                .toList();
        assertThat(page.rejected()).isEmpty();
        assertThat(page.tweets()).hasSameSizeAs(statuses);
        for (int i = 0; i < statuses.size(); i++) {
            Tweet tweet = page.tweets().get(i);
            JsonNode status = statuses.get(i);
            assertThat(tweet.id()).isEqualTo(status.path("id").asLong());
            assertThat(DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss Z yyyy", Locale.ENGLISH)
                            .withZone(ZoneOffset.UTC)
                            .format(tweet.createdAt()))
                    .isEqualTo(status.path("created_at").asText());
            assertThat(tweet.author().username())
                    .isEqualTo(status.path("user").path("screen_name").asText(null));
            assertThat(tweet.metrics().likes())
                    .isEqualTo(status.path("favorite_count").asLong(-1));
            assertThat(tweet.entities().hashtags())
                    .hasSize(status.path("entities").path("hashtags").size());
        }
    }

    private static boolean isOld(JsonNode tree) {
        return elements(tree).get(0).has("id_str");
    }

    private void verifyRenamed(byte[] piece) throws MalformedPageException, JsonProcessingException {
        JsonNode tree = tree(piece);
        if (tree == null || tree.isMissingNode() || isOld(tree)) {
            return;
        }
        SearchPage page = parser.parseLine(piece, "samples", NOW);
        byte[] renamed = MAPPER.writeValueAsBytes(Renaming.toNewerNames(tree));
        SearchPage other = parser.parseLine(renamed, "samples", NOW);

        assertThat(other.tweets()).isEqualTo(page.tweets());
        assertThat(other.rejected())
                .extracting(Rejected::reason)
                .isEqualTo(page.rejected().stream().map(Rejected::reason).toList());
        assertThat(other.newestId()).isEqualTo(page.newestId());
    }

    private static String reason(JsonNode tweet) {
        return Stream.of("id", "author_id", "text")
                .filter(field -> !tweet.has(field))
                .map(field -> field + " is missing")
                .findFirst()
                .orElse(null);
    }

    private static List<JsonNode> tweets(JsonNode tree) {
        return elements(tree).stream()
                .filter(element -> element.has("text") || element.has("author_id"))
                .filter(element -> !element.has("event_type"))
                .toList();
    }

    private static List<JsonNode> elements(JsonNode tree) {
        JsonNode data = tree.has("data") ? tree.path("data") : tree;
        return data.isArray() && !data.isEmpty()
                ? StreamSupport.stream(data.spliterator(), false).toList()
                : List.of(data);
    }

    private static JsonNode original(JsonNode tweet, JsonNode includes) {
        for (JsonNode reference : tweet.path("referenced_tweets")) {
            if (reference.path("type").asText().equals("retweeted")) {
                return reference.has("text") ? reference : byId(includes.path("tweets"), reference.path("id"));
            }
        }
        return null;
    }

    private static JsonNode byId(JsonNode objects, JsonNode id) {
        for (JsonNode object : objects) {
            if (object.path("id").equals(id)) {
                return object;
            }
        }
        return null;
    }

    private static String username(JsonNode tweet, JsonNode includes) {
        JsonNode author =
                tweet.has("author") ? tweet.path("author") : byId(includes.path("users"), tweet.path("author_id"));
        return author == null ? null : author.path("username").asText();
    }

    private static Set<String> tags(JsonNode tweet) {
        Set<String> tags = new HashSet<>();
        for (JsonNode entities :
                List.of(tweet.path("entities"), tweet.path("note_tweet").path("entities"))) {
            entities.path("hashtags")
                    .forEach(hashtag ->
                            tags.add(Hashtag.of(hashtag.path("tag").asText()).canonical()));
        }
        return tags;
    }

    private static Stream<Path> files() throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(SAMPLES), "no samples of real payloads at " + SAMPLES);
        try (Stream<Path> files = Files.walk(SAMPLES)) {
            return files
                    .filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("LICENSE"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    /** The file, if it is one document, else its lines. */
    private static List<byte[]> pieces(Path file) throws IOException {
        byte[] all = Files.readAllBytes(file);
        if (tree(all) != null) {
            return List.of(all);
        }
        return new String(all, StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    /** Null for what is no JSON. */
    private static JsonNode tree(byte[] json) {
        try {
            return MAPPER.readTree(json);
        } catch (IOException e) {
            return null;
        }
    }
}
