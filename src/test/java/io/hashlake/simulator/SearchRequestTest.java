package io.hashlake.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hashlake.ServerTest;
import io.hashlake.simulator.settings.SimulatorSettings;
import io.hashlake.simulator.settings.SimulatorVocabulary;
import io.hashlake.tweet.FakeClock;
import io.hashlake.tweet.Snowflake;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@ServerTest
class SearchRequestTest {

    private static final Instant NOW = Caller.START;

    private Simulator simulator;
    private Caller caller;

    @BeforeEach
    void start() throws IOException {
        restart(TestSimulator.settings());
    }

    private void restart(SimulatorSettings settings) throws IOException {
        if (simulator != null) {
            simulator.close();
        }
        simulator = Simulator.start(settings, new FakeClock(Caller.START), 0);
        caller = new Caller(simulator);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void givesTenPostsWithTheirDefaultFieldsIfNothingElseIsAsked() {
        JsonNode page = caller.json(Caller.SEARCH, "query=#covid19");

        assertThat(page.get("data")).hasSize(10);
        assertThat(page.get("data")).allSatisfy(post -> assertThat(post.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("id", "text", "edit_history_tweet_ids"));
        assertThat(page.has("includes")).isFalse();
        List<Long> ids = Caller.ids(page);
        assertThat(page.get("meta").get("newest_id").asLong()).isEqualTo(ids.get(0));
        assertThat(page.get("meta").get("oldest_id").asLong()).isEqualTo(ids.get(9));
        assertThat(page.get("meta").get("result_count").asInt()).isEqualTo(10);
    }

    @Test
    void leavesDataOutOfAnEmptyPage() {
        JsonNode page = caller.json(Caller.SEARCH, "query=#nobodywritesthis");

        assertThat(page)
                .isEqualTo(Caller.JSON
                        .createObjectNode()
                        .set("meta", Caller.JSON.createObjectNode().put("result_count", 0)));
    }

    @Test
    void givesOnlyTheFieldsAndExpansionsThatAreAsked() {
        JsonNode page = caller.json(
                Caller.SEARCH, "query=#covid19", "tweet.fields=lang", "expansions=author_id", "user.fields=verified");

        assertThat(page.at("/data/0").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("id", "text", "edit_history_tweet_ids", "lang", "author_id");
        assertThat(page.at("/includes").fieldNames()).toIterable().containsExactly("users");
        assertThat(page.at("/includes/users/0").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("id", "name", "username", "verified");
    }

    @Test
    void bringsTheMediaOfItsPostsWithTheFieldsThatAreAsked() {
        JsonNode page = caller.json(
                Caller.SEARCH,
                "query=#covid19",
                "max_results=100",
                "expansions=attachments.media_keys",
                "media.fields=alt_text,url");

        assertThat(page.at("/includes/media").findValuesAsText("media_key"))
                .isNotEmpty()
                .containsExactlyElementsOf(page.get("data").findValues("media_keys").stream()
                        .flatMap(keys -> keys.valueStream().map(JsonNode::asText))
                        .distinct()
                        .toList());
        assertThat(page.findValuesAsText("alt_text")).isNotEmpty();
        assertThat(page.findValues("preview_image_url")).isEmpty();
    }

    @Test
    void tellsPaidPartnershipsAndCommunitiesOnlyWhereTheyAreAsked() {
        JsonNode asked = caller.json(
                Caller.SEARCH, "query=#covid19", "max_results=100", "tweet.fields=paid_partnership,community_id");
        JsonNode others = caller.json(Caller.SEARCH, "query=#covid19", "max_results=100", "tweet.fields=lang");

        assertThat(asked.findValuesAsText("paid_partnership")).hasSize(100).contains("true", "false");
        assertThat(asked.findValuesAsText("community_id")).isNotEmpty();
        assertThat(others.findValues("paid_partnership")).isEmpty();
        assertThat(others.findValues("community_id")).isEmpty();
    }

    @Test
    void bringsTheOriginalOfAQuote() {
        JsonNode page = caller.json(
                Caller.SEARCH,
                "query=#covid19 is:quote",
                "tweet.fields=referenced_tweets",
                "expansions=referenced_tweets.id,referenced_tweets.id.author_id");

        String quoted = page.at("/data/0/referenced_tweets/0/id").asText();
        assertThat(page.at("/data/0/referenced_tweets/0/type").asText()).isEqualTo("quoted");
        assertThat(page.at("/includes/tweets").findValuesAsText("id")).contains(quoted);
        assertThat(page.at("/includes/users")).isNotEmpty();
    }

    @Test
    void countsEntitiesByCodePointsWithAnnotationsInclusive() {
        JsonNode page = caller.json(Caller.SEARCH, "query=#covid19", "max_results=100", "tweet.fields=entities");

        for (JsonNode post : page.get("data")) {
            int[] text = post.get("text").asText().codePoints().toArray();
            for (JsonNode tag : post.at("/entities/hashtags")) {
                assertThat(slice(text, tag, 0)).isEqualTo("#" + tag.get("tag").asText());
            }
            for (JsonNode annotation : post.at("/entities/annotations")) {
                assertThat(slice(text, annotation, 1))
                        .isEqualTo(annotation.get("normalized_text").asText());
            }
        }
        assertThat(page.findValues("annotations")).isNotEmpty();
    }

    private static String slice(int[] text, JsonNode entity, int beyond) {
        int start = entity.get("start").asInt();
        return new String(text, start, entity.get("end").asInt() + beyond - start);
    }

    @Test
    void answersInTheVocabularyByWhichItWasAsked() {
        JsonNode old = caller.json(
                Caller.SEARCH,
                "query=#covid19 is:reply",
                "tweet.fields=public_metrics,referenced_tweets",
                "expansions=referenced_tweets.id");
        JsonNode renamed = caller.json(
                Caller.SEARCH, "query=#covid19 is:reply", "post.fields=public_metrics", "expansions=referenced_posts");

        assertThat(old.at("/data/0/public_metrics/retweet_count").isInt()).isTrue();
        assertThat(old.at("/data/0/edit_history_tweet_ids")).isNotEmpty();
        assertThat(old.at("/includes/tweets")).isNotEmpty();
        assertThat(renamed.at("/data/0/public_metrics/repost_count").isInt()).isTrue();
        assertThat(renamed.at("/data/0/edit_history_post_ids")).isNotEmpty();
        assertThat(renamed.at("/data/0/referenced_posts/0/type").asText()).isEqualTo("replied_to");
        assertThat(renamed.at("/includes/posts")).isNotEmpty();
        assertThat(renamed.toString()).doesNotContain("tweet_", "_tweet", "tweets\"");
    }

    @Test
    void refusesTheParametersOfAVocabularyThatItDoesNotSpeak() throws IOException {
        restart(TestSimulator.settings().withVocabularies(Set.of(SimulatorVocabulary.POST)));
        HttpResponse<byte[]> refused = caller.get(Caller.SEARCH, "query=#covid19", "tweet.fields=lang");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(Caller.json(refused)
                        .at("/errors/0/parameters/tweet.fields/0")
                        .asText())
                .isEqualTo("lang");
        assertThat(caller.get(Caller.SEARCH, "query=#covid19", "post.fields=lang")
                        .statusCode())
                .isEqualTo(200);

        restart(TestSimulator.settings().withVocabularies(Set.of(SimulatorVocabulary.TWEET)));
        assertThat(caller.json(Caller.SEARCH, "query=#covid19", "post.fields=lang")
                        .at("/errors/0/parameters"))
                .hasSize(1)
                .allSatisfy(value -> assertThat(value.get(0).asText()).isEqualTo("lang"));
    }

    static Stream<Arguments> invalid() {
        return Stream.of(
                Arguments.of("query", List.of()),
                Arguments.of("query", List.of("query= ")),
                Arguments.of("query", List.of("query=" + "a ".repeat(256) + "b")),
                Arguments.of("query", List.of("query=(#covid19")),
                Arguments.of("max_results", List.of("query=a", "max_results=9")),
                Arguments.of("max_results", List.of("query=a", "max_results=101")),
                Arguments.of("max_results", List.of("query=a", "max_results=ten")),
                Arguments.of("sort_order", List.of("query=a", "sort_order=best")),
                Arguments.of("tweet.fields", List.of("query=a", "tweet.fields=lang,mood")),
                Arguments.of("expansions", List.of("query=a", "expansions=everything")),
                Arguments.of("user.fields", List.of("query=a", "user.fields=shoe_size")),
                Arguments.of("nonsense", List.of("query=a", "nonsense=1")),
                Arguments.of("since_id", List.of("query=a", "since_id=abc")),
                Arguments.of("since_id", List.of("query=a", "since_id=9999999999999999999")),
                Arguments.of("since_id", List.of("query=a", "since_id=1")),
                Arguments.of(
                        "since_id",
                        List.of("query=a", "since_id=" + Snowflake.firstAt(NOW), "start_time=2026-11-22T10:00:00Z")),
                Arguments.of("until_id", List.of("query=a", "until_id=5", "end_time=2026-11-22T10:00:00Z")),
                Arguments.of("start_time", List.of("query=a", "start_time=yesterday")),
                Arguments.of("start_time", List.of("query=a", "start_time=2026-11-01T00:00:00Z")),
                Arguments.of("end_time", List.of("query=a", "end_time=2026-12-01T00:00:00Z")),
                Arguments.of("next_token", List.of("query=a", "next_token=b26xyz")));
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void namesTheParameterThatIsInvalid(String parameter, List<String> parameters) {
        HttpResponse<byte[]> response = caller.get(Caller.SEARCH, parameters.toArray(String[]::new));

        assertThat(response.statusCode()).isEqualTo(400);
        JsonNode problem = Caller.json(response);
        assertThat(problem.at("/errors/0/parameters").fieldNames()).toIterable().containsExactly(parameter);
        assertThat(problem.at("/errors/0/message").asText()).isNotBlank();
        assertThat(problem.get("title").asText()).isEqualTo("Invalid Request");
        assertThat(problem.get("type").asText()).endsWith("/2/problems/invalid-request");
    }

    @Test
    void takesAQueryOf512Characters() {
        String query = "#covid19 OR " + "a".repeat(500);

        assertThat(query).hasSize(512);
        assertThat(caller.get(Caller.SEARCH, "query=" + query).statusCode()).isEqualTo(200);
        assertThat(caller.get(Caller.SEARCH, "query=" + query + "a").statusCode())
                .isEqualTo(400);
    }

    @Test
    void tellsWhichSinceIdWouldBeAllowed() {
        Instant oldest = NOW.minus(Duration.ofDays(7));
        JsonNode problem = caller.json(Caller.SEARCH, "query=a", "since_id=" + (Snowflake.firstAt(oldest) - 1));

        assertThat(problem.at("/errors/0/message").asText())
                .isEqualTo("'since_id' must be a tweet id created after 2026-11-15T10:17Z."
                        + " Please use a 'since_id' that is larger than " + Snowflake.firstAt(oldest));
        assertThat(caller.get(Caller.SEARCH, "query=a", "since_id=" + Snowflake.firstAt(oldest))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void keepsToTheWindowThatIsAsked() {
        List<Long> all = caller.ids("query=#covid19", "max_results=100");
        long older = all.get(200);
        long newer = all.get(100);

        assertThat(caller.ids("query=#covid19", "since_id=" + older, "until_id=" + newer))
                .isEqualTo(all.subList(101, 200));
        assertThat(caller.ids(
                        "query=#covid19", "start_time=" + Snowflake.time(older), "end_time=" + Snowflake.time(newer)))
                .isEqualTo(all.subList(101, 201));
    }

    @Test
    void leavesOutTheNewestPostsByTheLagThatIsSet() throws IOException {
        restart(TestSimulator.settings().withLag(Duration.ofSeconds(30)));

        assertThat(caller.ids("query=#covid19")).isNotEmpty().allMatch(id -> !Snowflake.time(id)
                .isAfter(NOW.minusSeconds(30)));
    }

    @Test
    void bindsAContinuationToItsSearch() {
        String token = caller.json(Caller.SEARCH, "query=#covid19")
                .at("/meta/next_token")
                .asText();

        assertThat(caller.get(Caller.SEARCH, "query=#covid19", "next_token=" + token)
                        .statusCode())
                .isEqualTo(200);
        assertThat(caller.get(Caller.SEARCH, "query=#covid19", "pagination_token=" + token, "max_results=50")
                        .statusCode())
                .isEqualTo(200);
        assertThat(caller.get(Caller.SEARCH, "query=#ai", "next_token=" + token).statusCode())
                .isEqualTo(400);
        assertThat(caller.get("/2/tweets/search/all", "query=#covid19", "next_token=" + token)
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void neverReturnsReposts() {
        assertThat(caller.ids("query=#covid19 is:retweet")).isEmpty();
        assertThat(caller.ids("query=#covid19 -is:retweet", "max_results=100"))
                .isEqualTo(caller.ids("query=#covid19", "max_results=100"));
    }

    @ParameterizedTest
    @CsvSource({"true,200", "false,403"})
    void opensTheFullArchiveOnlyToThoseWhoMay(boolean allowed, int status) throws IOException {
        restart(TestSimulator.settings().withFullArchive(allowed));

        assertThat(caller.get("/2/tweets/search/all", "query=#covid19", "max_results=500", "since_id=1")
                        .statusCode())
                .isEqualTo(status);
    }

    @Test
    void demandsTheTokenThatIsSet() throws IOException {
        restart(TestSimulator.settings().withBearerToken("s3cret"));

        assertThat(caller.get(Caller.SEARCH, "query=a").statusCode()).isEqualTo(401);
        assertThat(withToken("wrong").statusCode()).isEqualTo(401);
        assertThat(withToken("s3cret").statusCode()).isEqualTo(200);
        assertThat(TestSimulator.settings().withBearerToken("s3cret").toString())
                .doesNotContain("s3cret");
    }

    private HttpResponse<byte[]> withToken(String token) {
        return caller.send(HttpRequest.newBuilder(caller.uri(Caller.SEARCH, "query=a"))
                .header("Authorization", "Bearer " + token)
                .build());
    }

    @Test
    void knowsNoOtherPathsAndMethods() {
        assertThat(caller.get("/2/users/me", "x=1").statusCode()).isEqualTo(404);
        assertThat(caller.get("/simulator/other", "x=1").statusCode()).isEqualTo(404);
        assertThat(caller.send(HttpRequest.newBuilder(caller.uri(Caller.SEARCH, "query=a"))
                                .DELETE()
                                .build())
                        .statusCode())
                .isEqualTo(405);
    }

    @Test
    void compressesForThoseWhoAcceptIt() throws IOException {
        HttpRequest request = HttpRequest.newBuilder(caller.uri(Caller.SEARCH, "query=#covid19"))
                .header("Accept-Encoding", "gzip")
                .build();
        HttpResponse<byte[]> response = caller.send(request);

        assertThat(response.headers().firstValue("Content-Encoding")).contains("gzip");
        try (var in = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
            assertThat(in.readAllBytes())
                    .isEqualTo(caller.get(Caller.SEARCH, "query=#covid19").body());
        }
    }
}
