package io.hashlake.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.hashlake.ServerTest;
import io.hashlake.simulator.Simulator;
import io.hashlake.simulator.TestSimulator;
import io.hashlake.simulator.truth.TruePost;
import io.hashlake.tweet.Reference;
import io.hashlake.tweet.Tweet;
import io.hashlake.x.client.ApiResult;
import io.hashlake.x.client.SearchRequest;
import io.hashlake.x.client.XTime;
import io.hashlake.x.json.SearchPage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@ServerTest
class TwitterSearchApiTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final List<HttpExchange> asked = new ArrayList<>();
    private HttpServer server;

    @AfterEach
    void stop() {
        camel.stop();
        if (server != null) {
            server.stop(0);
        }
    }

    @Test
    void givesEveryPostThatTheSimulatorHas() throws Exception {
        try (Simulator simulator = Simulator.start(TestSimulator.settings(), Clock.systemUTC(), 0)) {
            TwitterSearchApi api = api(simulator.baseUri().resolve("/1.1/"));
            List<Tweet> tweets = new ArrayList<>();
            String token = null;
            do {
                SearchPage page = ok(api.search(request("#covid19", 0, token)));
                assertThat(page.rejected()).isEmpty();
                tweets.addAll(page.tweets());
                token = page.nextToken().orElse(null);
            } while (token != null);

            assertThat(tweets)
                    .filteredOn(tweet -> tweet.references().stream()
                            .noneMatch(reference -> reference.type() == Reference.Type.RETWEETED))
                    .extracting(Tweet::id)
                    .containsAll(simulator.truth("#covid19").stream()
                            .map(TruePost::id)
                            .filter(id -> id <= tweets.get(0).id())
                            .toList());
            assertThat(tweets).allMatch(tweet -> tweet.author().isKnown());
        }
    }

    @Test
    void asksForWholeTextsBetweenTheTwoIds() throws Exception {
        serve(200, "{\"statuses\":[],\"search_metadata\":{}}");
        SearchRequest request = new SearchRequest("v", SearchRequest.Scope.RECENT, "#a OR #b", 7, 100, null, 100);

        SearchPage page = ok(api(uri()).search(request));

        assertThat(page.nextToken()).isEmpty();
        assertThat(asked.get(0).getRequestURI().getQuery())
                .contains("q=#a OR #b", "since_id=7", "max_id=99", "count=100", "tweet_mode=extended");
        assertThat(asked.get(0).getRequestHeaders().getFirst("Authorization"))
                .startsWith("OAuth ")
                .contains("oauth_consumer_key=\"the-key\"")
                .doesNotContain("the-secret");
    }

    @Test
    void waitsForTheResetOfTheRateLimit() throws Exception {
        serve(429, "{\"errors\":[{\"code\":88,\"message\":\"Rate limit exceeded\"}]}");

        assertThat(api(uri()).search(request("#a", 0, null)))
                .isInstanceOfSatisfying(
                        ApiResult.Wait.class, wait -> assertThat(wait.until()).isEqualTo(NOW.plusSeconds(120)));
    }

    @Test
    void stopsWhereTheCredentialsAreRefusedAndKeepsThemToItself() throws Exception {
        serve(401, "{\"errors\":[{\"code\":32,\"message\":\"Could not authenticate you.\"}]}");

        assertThat(api(uri()).search(request("#a", 0, null)))
                .isInstanceOfSatisfying(ApiResult.Stop.class, stop -> assertThat(stop.reason())
                        .isEqualTo("version 1.1 refused (401): Could not authenticate you.; see hashlake.twitter.*"));
    }

    @Test
    void triesAgainAfterAnOutage() throws Exception {
        serve(503, "<html>over capacity</html>");
        TwitterSearchApi api = api(uri());
        assertThat(api.search(request("#a", 0, null))).isInstanceOf(ApiResult.Retry.class);
        server.stop(0);
        assertThat(api.search(request("#a", 0, null))).isInstanceOf(ApiResult.Retry.class);
    }

    @Test
    void saysWhichCredentialsAreMissing() {
        camel.addComponent("twitter-search", new TwitterSearch(Optional::empty));

        assertThatThrownBy(() -> new TwitterSearchApi(camel, "twitter-search:x", new XTime(CLOCK)))
                .hasStackTraceContaining("twitter-search needs hashlake.twitter.consumer-key");
    }

    private static SearchRequest request(String query, long since, String token) {
        return new SearchRequest("v", SearchRequest.Scope.RECENT, query, since, 0, token, 100);
    }

    @SuppressWarnings("unchecked")
    private static SearchPage ok(ApiResult<SearchPage> answer) {
        assertThat(answer).isInstanceOf(ApiResult.Ok.class);
        return ((ApiResult.Ok<SearchPage>) answer).value();
    }

    private TwitterSearchApi api(URI base) {
        TwitterSettings settings = new TwitterSettings(base, "the-key", "the-secret", "1-token", "the-other-secret");
        camel.addComponent("twitter-search", new TwitterSearch(() -> Optional.of(settings)));
        camel.start();
        return new TwitterSearchApi(camel, "twitter-search:hashtags", new XTime(CLOCK));
    }

    private URI uri() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/1.1/");
    }

    private void serve(int status, String body) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/1.1/search/tweets.json", exchange -> {
            asked.add(exchange);
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("x-rate-limit-limit", "180");
            exchange.getResponseHeaders().set("x-rate-limit-remaining", "0");
            exchange.getResponseHeaders().set("x-rate-limit-reset", Long.toString(NOW.getEpochSecond() + 120));
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }
}
