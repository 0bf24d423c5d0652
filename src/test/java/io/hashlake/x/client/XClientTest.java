package io.hashlake.x.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.hashlake.TestConfig;
import io.hashlake.tweet.FakeClock;
import io.hashlake.x.json.SearchPage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XClientTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final String TOKEN = "AAAA%2Fsecret%3Dtoken";
    private static final String PAGE = """
            {"data":[{"id":"7","text":"hi","created_at":"2026-11-22T09:00:00.000Z","author_id":"5"}],
             "meta":{"newest_id":"7","oldest_id":"7","result_count":1}}""";
    private static final String RATE = "{\"title\":\"Too Many Requests\",\"detail\":\"Too Many Requests\","
            + "\"type\":\"about:blank\",\"status\":429}";
    private static final String STALE = """
            {"errors":[{"parameters":{"since_id":["1"]},"message":"'since_id' must be a tweet id created after \
            2026-07-31T11:45Z. Please use a 'since_id' that is larger than 1950500000000000000"}],"title":"Invalid Request",\
            "detail":"One or more parameters to your request was invalid.",\
            "type":"https://api.twitter.com/2/problems/invalid-request"}""";
    private static final String UNKNOWN_POST_FIELDS = """
            {"errors":[{"parameters":{"post.fields":["id"]},"message":"The query parameter [post.fields] is not one of \
            [query,tweet.fields]"}],"title":"Invalid Request","detail":"One or more parameters to your request was \
            invalid.","type":"https://api.x.com/2/problems/invalid-request"}""";
    private static final String UNKNOWN_TWEET_FIELDS =
            UNKNOWN_POST_FIELDS.replace("post", "xxxx").replace("tweet", "post").replace("xxxx", "tweet");

    private final FakeClock clock = new FakeClock(NOW);
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final List<RateLimit> limits = new CopyOnWriteArrayList<>();
    private ScriptedServer server;
    private XClient client;

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedServer();
        client = client(Vocabulary.POST);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private XClient client(Vocabulary vocabulary) {
        return client(settings(vocabulary));
    }

    private XSettings settings(Vocabulary vocabulary) {
        XConfig config = TestConfig.of(
                XConfig.class,
                "vocabulary=" + vocabulary,
                "connect-timeout=5s",
                "read-timeout=10s",
                "total-timeout=20s",
                "max-body-bytes=65536");
        return XSettings.of(server.uri(), new BearerToken(TOKEN), config);
    }

    private XClient client(XSettings settings) {
        return new XClient(settings, clock, (endpoint, outcome, took, limit) -> {
            heard.add(endpoint + " " + outcome);
            if (limit != null) {
                limits.add(limit);
            }
        });
    }

    @Test
    void asksForAPageAndParsesIt() throws Exception {
        server.then(
                200,
                PAGE,
                "x-rate-limit-limit",
                "450",
                "x-rate-limit-remaining",
                "449",
                "x-rate-limit-reset",
                "1795342500");

        SearchPage page = ok(client.search(
                new SearchRequest("news", SearchRequest.Scope.RECENT, "#a b+c OR \"ü\"", 11, 99, "tok/en", 100)));

        assertThat(page.tweets()).singleElement().satisfies(tweet -> {
            assertThat(tweet.id()).isEqualTo(7);
            assertThat(tweet.observedAt()).isEqualTo(NOW);
            assertThat(tweet.followed()).isEmpty();
        });
        assertThat(server.asked().get(0).getPath()).isEqualTo("/2/tweets/search/recent");
        assertThat(server.parameters(0))
                .containsEntry("query", "#a b+c OR \"ü\"")
                .containsEntry("since_id", "11")
                .containsEntry("until_id", "99")
                .containsEntry("next_token", "tok/en")
                .containsEntry("max_results", "100")
                .containsKeys("post.fields", "expansions", "user.fields", "place.fields");
        assertThat(server.headers(0).getFirst("Authorization")).isEqualTo("Bearer " + TOKEN);
        assertThat(server.headers(0).getFirst("Accept-Encoding")).isEqualTo("gzip");
        assertThat(heard).containsExactly("search_recent ok");
        assertThat(limits).containsExactly(new RateLimit(450, 449, Instant.ofEpochSecond(1795342500)));
    }

    @Test
    void handsOnWhatWasReceivedOnlyWhereItIsKept() throws Exception {
        server.then(200, PAGE).then(200, PAGE);

        assertThat(ok(search()).payload()).isEmpty();
        client = new XClient(settings(Vocabulary.POST), true, new XTime(clock), ApiListener.NONE);
        assertThat(ok(search()).payload()).hasValueSatisfying(payload -> {
            assertThat(payload.receivedAt()).isEqualTo(NOW);
            assertThat(payload.json()).asString(StandardCharsets.UTF_8).isEqualTo(PAGE);
        });
    }

    @Test
    void leavesOutWhatIsNotAskedFor() throws Exception {
        server.then(200, PAGE);

        ok(search());

        assertThat(server.parameters(0)).doesNotContainKeys("since_id", "until_id", "next_token", "tweet.fields");
    }

    @Test
    void keepsTheDataOfAPartialAnswerAndCountsItsErrors() throws Exception {
        server.then(200, PAGE.replaceFirst("\\{", """
                {"errors":[{"resource_id":"9","resource_type":"tweet","parameter":"referenced_tweets.id","value":"9",
                "title":"Not Found Error","type":"https://api.twitter.com/2/problems/resource-not-found"}],"""));

        SearchPage page = ok(search());

        assertThat(page.tweets()).hasSize(1);
        assertThat(page.partialErrors()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "400 | {\"title\":\"Invalid Request\",\"errors\":[{\"parameters\":{\"query\":[\"x\"]},\"message\":\"Ambiguous use of and\"}]} | invalid_request | Ambiguous use of and",
                "401 | {\"title\":\"Unauthorized\",\"type\":\"about:blank\",\"status\":401,\"detail\":\"Unauthorized\"} | unauthorized | bearer token",
                "403 | {\"title\":\"Client Forbidden\",\"type\":\"https://api.twitter.com/2/problems/client-forbidden\"} | forbidden | not entitled",
                "403 | {\"title\":\"Forbidden\",\"detail\":\"Your spending cap is reached\"} | forbidden | spending cap",
                "404 | {} | invalid_request | base address",
            })
    void stopsWhereOnlyAPersonCanHelp(int status, String body, String outcome, String advice) throws Exception {
        server.then(status, body);

        assertThat(search())
                .asInstanceOf(type(ApiResult.Stop.class))
                .satisfies(stop -> assertThat(stop.reason()).contains(advice).contains(Integer.toString(status)));
        assertThat(heard).containsExactly("search_recent " + outcome);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "402 | {\"title\":\"CreditsDepleted\",\"type\":\"https://api.x.com/2/problems/credits\"}",
                "403 | {\"title\":\"CreditsDepleted\",\"type\":\"https://api.twitter.com/2/problems/credits\"}",
                "402 | <html>",
            })
    void waitsOnceForAutoRechargeWhereTheCreditsAreUsedUpAndThenStops(int status, String body) throws Exception {
        server.then(status, body).then(status, body).then(status, body);
        Instant again = NOW.plus(Duration.ofMinutes(5));

        assertThat(search()).asInstanceOf(type(ApiResult.Wait.class)).satisfies(wait -> assertThat(wait.until())
                .isEqualTo(again));
        clock.pass(Duration.ofMinutes(4));
        assertThat(search()).asInstanceOf(type(ApiResult.Wait.class)).satisfies(wait -> assertThat(wait.until())
                .isEqualTo(again));
        clock.pass(Duration.ofMinutes(1));
        assertThat(search()).asInstanceOf(type(ApiResult.Stop.class)).satisfies(stop -> assertThat(stop.reason())
                .contains("buy more")
                .contains(Integer.toString(status)));
        assertThat(heard).containsOnly("search_recent out_of_credits");
    }

    @Test
    void whatIsRechargedInTimeGoesOnAndMayWaitAgain() throws Exception {
        server.then(402, "{}").then(200, PAGE).then(402, "{}");

        search();
        clock.pass(Duration.ofMinutes(5));
        assertThat(search()).isInstanceOf(ApiResult.Ok.class);
        assertThat(search()).asInstanceOf(type(ApiResult.Wait.class)).satisfies(wait -> assertThat(wait.until())
                .isEqualTo(NOW.plus(Duration.ofMinutes(10))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "500 | oops | server_error",
                "503 | <html>Over capacity</html> | server_error",
                "503 | {'title':'Service Unavailable'} | server_error",
                "408 | {} | server_error",
                "302 | <html> | server_error",
                "200 | <!DOCTYPE html><html>Sign in</html> | broken_body",
                "200 | {'data':[{'id':'7' | broken_body",
                "200 | {'title':'Service Unavailable','status':503} | broken_body",
                "200 | [] | broken_body",
            })
    void retriesOutagesAndUnreadableAnswers(int status, String body, String outcome) throws Exception {
        server.then(status, body.replace('\'', '"'));

        assertThat(search()).isInstanceOf(ApiResult.Retry.class);
        assertThat(heard).containsExactly("search_recent " + outcome);
    }

    @ParameterizedTest
    @ValueSource(strings = {RATE, "{\"errors\":[{\"code\":88,\"message\":\"Rate limit exceeded\"}]}", "<html>"})
    void waitsUntilTheReset(String body) throws Exception {
        Instant reset = NOW.plusSeconds(600);
        server.then(
                429,
                body,
                "x-rate-limit-limit",
                "450",
                "x-rate-limit-remaining",
                "0",
                "x-rate-limit-reset",
                Long.toString(reset.getEpochSecond()));

        assertThat(until(search())).isEqualTo(reset);
        assertThat(heard).containsExactly("search_recent rate_limited");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "soon", "-5", "99999999999999999999", "9223372036854775807", "1795341599", "1795356000"})
    void waitsAMinuteWhereTheResetIsMissingOrCannotBeTrue(String reset) throws Exception {
        server.then(429, RATE, "x-rate-limit-limit", "450", "x-rate-limit-remaining", "0", "x-rate-limit-reset", reset);

        assertThat(until(search())).isEqualTo(NOW.plusSeconds(60));
    }

    @ParameterizedTest
    @CsvSource({"Monthly,2026-12-01T00:00:00Z", "Daily,2026-11-23T00:00:00Z", "'',2026-12-01T00:00:00Z"})
    void waitsForTheCapToBeLifted(String period, Instant lifted) throws Exception {
        server.then(429, """
                {"account_id":1,"title":"UsageCapExceeded","detail":"Usage cap exceeded: Monthly product cap",\
                "period":"%s","scope":"Product","type":"https://api.x.com/2/problems/usage-capped"}""".formatted(period));

        assertThat(until(search())).isEqualTo(lifted);
        assertThat(heard).containsExactly("search_recent capped");
    }

    @Test
    void doesNotAskWhileNoRequestIsLeft() throws Exception {
        Instant reset = NOW.plusSeconds(300);
        server.then(
                200,
                PAGE,
                "x-rate-limit-limit",
                "450",
                "x-rate-limit-remaining",
                "0",
                "x-rate-limit-reset",
                Long.toString(reset.getEpochSecond()));
        server.then(200, PAGE);

        ok(search());
        assertThat(until(search())).isEqualTo(reset);
        assertThat(server.asked()).hasSize(1);

        clock.set(reset);
        ok(search());
        assertThat(server.asked()).hasSize(2);
    }

    @Test
    void asksOtherEndpointsWhileOneIsClosed() throws Exception {
        server.then(429, RATE).then(200, "{\"data\":{\"project_cap\":\"10\",\"project_usage\":3}}");

        assertThat(search()).isInstanceOf(ApiResult.Wait.class);

        assertThat(ok(client.usage()).used()).isEqualTo(3);
    }

    @Test
    void asksTheFullArchiveOnceASecond() throws Exception {
        SearchRequest request = new SearchRequest("o", SearchRequest.Scope.ALL, "#a", 0, 0, null, 500);
        server.then(200, PAGE).then(200, PAGE);

        ok(client.search(request));
        assertThat(until(client.search(request))).isEqualTo(NOW.plusSeconds(1));

        clock.set(NOW.plusSeconds(1));
        ok(client.search(request));
        assertThat(server.asked().get(1).getPath()).isEqualTo("/2/tweets/search/all");
    }

    @Test
    void saysFromWhereToGoOnWhenSinceIdIsTooOld() throws Exception {
        server.then(400, STALE).then(400, STALE.replaceFirst(" Please.*?\\d{19}", ""));

        assertThat(search())
                .asInstanceOf(type(ApiResult.StaleSince.class))
                .satisfies(stale -> assertThat(stale.minimumId()).hasValue(1950500000000000000L));
        assertThat(search())
                .asInstanceOf(type(ApiResult.StaleSince.class))
                .satisfies(stale -> assertThat(stale.minimumId()).isEmpty());
        assertThat(heard).containsOnly("search_recent stale_since_id");
    }

    @Test
    void stopsForASinceIdThatIsNoneRatherThanTooOld() throws Exception {
        server.then(400, STALE.replaceAll("must be.*?\\d{19}", "is not valid"));

        assertThat(search()).isInstanceOf(ApiResult.Stop.class);
    }

    @Test
    void asksInTheOtherVocabularyOnceAndRemembers() throws Exception {
        server.then(400, UNKNOWN_POST_FIELDS).then(200, PAGE).then(200, PAGE);

        ok(search());
        ok(search());

        assertThat(server.parameters(0)).containsKey("post.fields").doesNotContainKey("tweet.fields");
        assertThat(server.parameters(1)).containsKey("tweet.fields").doesNotContainKey("post.fields");
        assertThat(server.parameters(1).get("expansions")).contains("referenced_tweets.id");
        assertThat(server.parameters(2)).containsKey("tweet.fields");
        assertThat(heard).containsExactly("search_recent other_vocabulary", "search_recent ok", "search_recent ok");
    }

    @Test
    void asksInTheNewerVocabularyWhereTheOlderIsRefused() throws Exception {
        server.then(400, UNKNOWN_TWEET_FIELDS).then(200, PAGE);

        ok(client(Vocabulary.TWEET).search(request()));

        assertThat(server.parameters(1).get("expansions")).contains("referenced_posts");
    }

    @Test
    void stopsWhereBothVocabulariesAreRefused() throws Exception {
        server.then(400, UNKNOWN_POST_FIELDS).then(400, UNKNOWN_TWEET_FIELDS);

        assertThat(search()).asInstanceOf(type(ApiResult.Stop.class)).satisfies(stop -> assertThat(stop.reason())
                .contains("[tweet.fields] is not one of"));
        assertThat(server.asked()).hasSize(2);
    }

    @Test
    void turnsBackWhenTheServerIsReplacedByAnOlderOne() throws Exception {
        server.then(400, UNKNOWN_POST_FIELDS)
                .then(200, PAGE)
                .then(400, UNKNOWN_TWEET_FIELDS)
                .then(200, PAGE);

        ok(search());
        ok(search());

        assertThat(server.parameters(3)).containsKey("post.fields");
    }

    @Test
    void keepsToOneRequestASecondWhileItFindsTheVocabulary() throws Exception {
        SearchRequest request = new SearchRequest("o", SearchRequest.Scope.ALL, "#a", 0, 0, null, 500);
        server.then(400, UNKNOWN_POST_FIELDS).then(200, PAGE);

        assertThat(until(client.search(request))).isEqualTo(NOW.plusSeconds(1));
        clock.set(NOW.plusSeconds(1));

        ok(client.search(request));
        assertThat(server.parameters(1)).containsKey("tweet.fields");
    }

    @Test
    void decompressesAnswers() throws Exception {
        server.then(200, gzip(PAGE.getBytes(StandardCharsets.UTF_8)), "Content-Encoding", "gzip");

        assertThat(ok(search()).tweets()).hasSize(1);
    }

    @Test
    void refusesABombAnOversizedBodyAndALyingEncoding() throws Exception {
        byte[] bomb = gzip(new byte[10 << 20]);
        byte[] cut = Arrays.copyOf(gzip(PAGE.getBytes(StandardCharsets.UTF_8)), 60);
        server.then(200, bomb, "Content-Encoding", "gzip")
                .then(200, new byte[65 << 10])
                .then(200, PAGE, "Content-Encoding", "gzip")
                .then(200, cut, "Content-Encoding", "gzip")
                .then(200, gzip(PAGE.getBytes(StandardCharsets.UTF_8)))
                .then(200, PAGE, "Content-Encoding", "br")
                .then(401, PAGE, "Content-Encoding", "gzip");

        assertThat(bomb.length).isLessThan(64 << 10);
        assertThat(retryReason()).contains("larger than 65536 bytes once decompressed");
        assertThat(retryReason()).contains("larger than 65536 bytes");
        assertThat(retryReason()).contains("not the gzip");
        assertThat(retryReason()).contains("cut off");
        assertThat(retryReason()).contains("not readable");
        assertThat(retryReason()).contains("not asked for");
        assertThat(search()).isInstanceOf(ApiResult.Stop.class);
        assertThat(heard).hasSize(7).first().isEqualTo("search_recent broken_body");
    }

    @Test
    void neverShowsTheTokenNorControlCharacters() throws Exception {
        server.then(401, "{\"title\":\"Bad\",\"detail\":\"" + TOKEN + "\\u001b[31m\\n is bad\"}")
                .then(200, TOKEN)
                .then(503, "{\"title\":\"" + TOKEN + "\"}");

        for (int i = 0; i < 3; i++) {
            assertThat(search().toString()).doesNotContain("secret").doesNotContainPattern("\\p{Cntrl}");
        }
        assertThat(XSettings.of(server.uri(), new BearerToken(TOKEN), TestConfig.of(XConfig.class))
                        .toString())
                .doesNotContain("secret");
    }

    @Test
    void countsPostsInBothVocabularies() throws Exception {
        server.then(200, """
                        {"data":[{"start":"2026-11-22T08:00:00.000Z","end":"2026-11-22T09:00:00.000Z","tweet_count":4}],
                         "meta":{"total_tweet_count":4,"next_token":"n"}}""")
                .then(200, """
                        {"data":[{"start":"2026-11-22T08:00:00.000Z","end":"2026-11-22T09:00:00.000Z","post_count":4}],
                         "meta":{"total_post_count":4,"next_token":"n"}}""")
                .then(200, "{\"meta\":{}}")
                .then(200, "{\"data\":[{\"start\":\"?\"}],\"meta\":{}}");
        CountsRequest request = new CountsRequest("#a", CountsRequest.Granularity.HOUR, 5, 0, null);

        PostCounts counts = ok(client.counts(request));

        assertThat(counts.intervals())
                .containsExactly(new PostCounts.Interval(
                        Instant.parse("2026-11-22T08:00:00Z"), Instant.parse("2026-11-22T09:00:00Z"), 4));
        assertThat(counts.total()).isEqualTo(4);
        assertThat(counts.nextToken()).contains("n");
        assertThat(ok(client.counts(request))).isEqualTo(counts);
        assertThat(ok(client.counts(request)).total()).isZero();
        assertThat(client.counts(request)).isInstanceOf(ApiResult.Retry.class);
        assertThat(server.asked().get(0).getPath()).isEqualTo("/2/tweets/counts/recent");
        assertThat(server.parameters(0))
                .containsEntry("granularity", "hour")
                .containsEntry("since_id", "5")
                .doesNotContainKey("post.fields");
        assertThat(heard).startsWith("counts_recent ok");
    }

    @Test
    void tellsWhatTheProjectHasUsed() throws Exception {
        server.then(200, """
                {"data":{"cap_reset_day":28,"project_cap":"50000000","project_id":"12","project_usage":"1117",
                 "daily_project_usage":{"project_id":12,"usage":[{"date":"2026-11-21T00:00:00.000Z","usage":"7"}]}}}""");

        Usage usage = ok(client.usage());

        assertThat(usage.cap()).isEqualTo(50_000_000);
        assertThat(usage.used()).isEqualTo(1117);
        assertThat(usage.capResetDay()).hasValue(28);
        assertThat(usage.days()).containsExactly(new Usage.Day(Instant.parse("2026-11-21T00:00:00Z"), 7));
        assertThat(server.asked().get(0).getPath()).isEqualTo("/2/usage/tweets");
    }

    private ApiResult<SearchPage> search() throws InterruptedException {
        return client.search(request());
    }

    private String retryReason() throws InterruptedException {
        return ((ApiResult.Retry<SearchPage>) search()).reason();
    }

    private static SearchRequest request() {
        return new SearchRequest("test", SearchRequest.Scope.RECENT, "#a", 0, 0, null, 10);
    }

    private static <T> T ok(ApiResult<T> answer) {
        assertThat(answer).isInstanceOf(ApiResult.Ok.class);
        return ((ApiResult.Ok<T>) answer).value();
    }

    private static Instant until(ApiResult<?> answer) {
        assertThat(answer).isInstanceOf(ApiResult.Wait.class);
        return ((ApiResult.Wait<?>) answer).until();
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
            out.write(plain);
        }
        return compressed.toByteArray();
    }
}
