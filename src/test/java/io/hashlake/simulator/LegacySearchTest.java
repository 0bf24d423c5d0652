package io.hashlake.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.hashlake.ServerTest;
import io.hashlake.simulator.settings.FaultKind;
import io.hashlake.simulator.truth.TruePost;
import io.hashlake.tweet.FakeClock;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import twitter4j.Twitter;
import twitter4j.TwitterException;
import twitter4j.v1.HashtagEntity;
import twitter4j.v1.Query;
import twitter4j.v1.QueryResult;
import twitter4j.v1.Status;

/** Speaks version 1.1 with the client that camel-twitter is built on. */
@ServerTest
class LegacySearchTest {

    private static final String PATH = "/1.1/search/tweets.json";

    private final FakeClock clock = new FakeClock(Caller.START);
    private Simulator simulator;
    private Caller caller;

    @BeforeEach
    void start() throws IOException {
        simulator = Simulator.start(TestSimulator.settings(), clock, 0);
        caller = new Caller(simulator);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private Twitter twitter() {
        Properties properties = new Properties();
        properties.setProperty("restBaseURL", simulator.baseUri() + "/1.1/");
        properties.setProperty("oauth.consumerKey", "key");
        properties.setProperty("oauth.consumerSecret", "secret");
        properties.setProperty("oauth.accessToken", "1-token");
        properties.setProperty("oauth.accessTokenSecret", "secret");
        properties.setProperty("tweetModeExtended", "true");
        Twitter.TwitterBuilder builder = Twitter.newBuilder();
        builder.load(properties);
        return builder.build();
    }

    @Test
    void findsWhatVersionTwoFindsAndReposts() throws TwitterException {
        List<Status> statuses = new ArrayList<>();
        Query query = Query.of("#covid19").count(100);
        while (query != null) {
            QueryResult result = twitter().v1().search().search(query);
            statuses.addAll(result.getTweets());
            query = result.nextQuery();
        }

        List<Long> posts = statuses.stream()
                .filter(status -> !status.isRetweet())
                .map(Status::getId)
                .toList();
        assertThat(posts)
                .isEqualTo(
                        simulator.truth("#covid19").stream().map(TruePost::id).toList());
        assertThat(statuses).anyMatch(Status::isRetweet);
        assertThat(statuses)
                .filteredOn(Status::isRetweet)
                .allMatch(status -> status.getText().startsWith("RT @")
                        && hashtags(status.getRetweetedStatus()).contains("covid19"));
        assertThat(statuses).allMatch(status -> status.getUser().getScreenName().contains("_"));
    }

    private static List<String> hashtags(Status status) {
        List<String> hashtags = new ArrayList<>();
        for (HashtagEntity hashtag : status.getHashtagEntities()) {
            hashtags.add(hashtag.getText().toLowerCase());
        }
        // X cuts long posts in version 1.1.
        return status.getText().contains("… https://t.co/") ? List.of("covid19") : hashtags;
    }

    @Test
    void givesEverythingThatAPostHas() throws TwitterException {
        List<Status> statuses =
                twitter().v1().search().search(Query.of("#covid19").count(100)).getTweets();
        Status status = statuses.stream()
                .filter(post -> post.getInReplyToStatusId() > 0 && post.getURLEntities().length > 0)
                .findFirst()
                .orElseThrow();
        JsonNode same = caller.json(
                        Caller.SEARCH,
                        "query=#covid19",
                        "max_results=10",
                        "until_id=" + (status.getId() + 1),
                        "tweet.fields=created_at,lang,entities,public_metrics,author_id,in_reply_to_user_id")
                .at("/data/0");

        assertThat(status.getText())
                .isEqualTo(same.get("text")
                        .asText()
                        .replace("&gt;", ">")
                        .replace("&lt;", "<")
                        .replace("&amp;", "&"));
        assertThat(status.getLang()).isEqualTo(same.get("lang").asText());
        assertThat(status.getUser().getId()).isEqualTo(same.get("author_id").asLong());
        assertThat(status.getInReplyToUserId())
                .isEqualTo(same.get("in_reply_to_user_id").asLong());
        assertThat(status.getFavoriteCount())
                .isEqualTo(same.at("/public_metrics/like_count").asInt());
        assertThat(status.getURLEntities()[0].getExpandedURL())
                .isEqualTo(same.at("/entities/urls/0/expanded_url").asText());
        assertThat(same.get("created_at").asText())
                .startsWith(status.getCreatedAt().toString().substring(0, 16));
    }

    @Test
    void goesOnFromAnId() throws TwitterException {
        long newest = twitter()
                .v1()
                .search()
                .search(Query.of("#clima"))
                .getTweets()
                .get(0)
                .getId();
        assertThat(twitter()
                        .v1()
                        .search()
                        .search(Query.of("#clima").sinceId(newest))
                        .getTweets())
                .isEmpty();
        clock.pass(java.time.Duration.ofMinutes(1));

        assertThat(twitter()
                        .v1()
                        .search()
                        .search(Query.of("#clima").sinceId(newest).count(100))
                        .getTweets())
                .isNotEmpty()
                .allMatch(status -> status.getId() > newest);
        assertThat(twitter()
                        .v1()
                        .search()
                        .search(Query.of("#clima").maxId(newest).count(1))
                        .getTweets())
                .extracting(Status::getId)
                .containsExactly(newest);
    }

    @Test
    void cutsTextsUnlessTheyAreWantedWhole() {
        JsonNode found = Caller.json(signed("q=#covid19", "count=100"));
        List<Integer> lengths = new ArrayList<>();
        found.get("statuses").forEach(status -> {
            String text = status.get("text").asText();
            lengths.add(text.codePointCount(0, text.length()));
            assertThat(text.endsWith("…") || !status.get("truncated").asBoolean())
                    .isTrue();
        });
        assertThat(lengths).hasSize(100).allMatch(length -> length <= 140);
    }

    private HttpResponse<byte[]> signed(String... parameters) {
        return caller.send(HttpRequest.newBuilder(caller.uri(PATH, parameters))
                .header("Authorization", "OAuth oauth_consumer_key=\"a\", oauth_signature=\"b\"")
                .build());
    }

    @Test
    void demandsASignature() {
        HttpResponse<byte[]> refused = caller.get(PATH, "q=#covid19");

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(Caller.json(refused).at("/errors/0/code").asInt()).isEqualTo(32);
    }

    @Test
    void refusesInItsOwnShape() {
        assertThat(Caller.json(signed("q=(")).at("/errors/0/code").asInt()).isEqualTo(195);
        simulator.fail(FaultKind.RATE_LIMITED, 1);
        assertThatThrownBy(() -> twitter().v1().search().search(Query.of("#clima")))
                .isInstanceOfSatisfying(TwitterException.class, failure -> {
                    assertThat(failure.getErrorCode()).isEqualTo(88);
                    assertThat(failure.exceededRateLimitation()).isTrue();
                });
    }
}
