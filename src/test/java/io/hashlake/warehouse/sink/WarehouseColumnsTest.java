package io.hashlake.warehouse.sink;

import static io.hashlake.warehouse.TestWarehouse.rows;
import static io.hashlake.warehouse.sink.Tweets.OBSERVED;
import static io.hashlake.warehouse.sink.Tweets.WRITTEN;
import static io.hashlake.warehouse.sink.Tweets.plain;
import static org.assertj.core.api.Assertions.assertThat;

import io.hashlake.ServerTest;
import io.hashlake.tweet.AddedField;
import io.hashlake.tweet.Entities;
import io.hashlake.tweet.Hashtag;
import io.hashlake.tweet.Metrics;
import io.hashlake.tweet.Sentiment;
import io.hashlake.tweet.StorableText;
import io.hashlake.tweet.StoredValues;
import io.hashlake.tweet.TextAnalysis;
import io.hashlake.tweet.Tweet;
import io.hashlake.tweet.TweetArbitraries;
import io.hashlake.tweet.TweetFields;
import io.hashlake.tweet.User;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@ServerTest
class WarehouseColumnsTest extends SinkFixture {

    private static final String AWKWARD =
            "a\tb\nc\r\\N \\. \"q\" 'q' {x,\"y\"} \u0001 é ß 漢 \uD83D\uDE37 \uD800\uDF48 NULL";

    @Test
    void storesEveryColumnOfATweet() throws Exception {
        commit(Tweets.complete(100, AWKWARD));

        Map<String, Object> row = rows(database, "SELECT * FROM twitter.tweet").get(0);
        assertThat(row)
                .containsEntry("id", 100L)
                .containsEntry("created_at", WRITTEN)
                .containsEntry("author_id", 77L)
                .containsEntry("text", AWKWARD)
                .containsEntry("language", "pt")
                .containsEntry("conversation_id", 14L)
                .containsEntry("in_reply_to_user_id", 15L)
                .containsEntry("retweeted_id", 11L)
                .containsEntry("quoted_id", 12L)
                .containsEntry("replied_to_id", 13L)
                .containsEntry("mentions", List.of("one", AWKWARD))
                .containsEntry("urls", List.of("https://example.org/?a=1&b={2,3}", ""))
                .containsEntry("cashtags", List.of("ABC"))
                .containsEntry("annotations", List.of("Place:" + AWKWARD))
                .containsEntry("topics", List.of("Health:" + AWKWARD, "NULL", "null"))
                .containsEntry("retweet_count", 1L)
                .containsEntry("reply_count", 2L)
                .containsEntry("like_count", 3L)
                .containsEntry("quote_count", 4L)
                .containsEntry("bookmark_count", 5L)
                .containsEntry("impression_count", Long.MAX_VALUE)
                .containsEntry("possibly_sensitive", true)
                .containsEntry("client", AWKWARD)
                .containsEntry("place_id", "p1")
                .containsEntry("place_full_name", AWKWARD)
                .containsEntry("place_country_code", "BR")
                .containsEntry("place_type", "city")
                .containsEntry("edit_history", List.of(99L, 100L))
                .containsEntry("withheld_copyright", true)
                .containsEntry("withheld_countries", List.of("DE", "XX"))
                .containsEntry("withheld_scope", "tweet")
                .containsEntry("followed", List.of("covid19", "saúde"))
                .containsEntry("observed_at", OBSERVED)
                .containsEntry("first_seen_at", OBSERVED)
                .containsEntry("clean_text", AWKWARD)
                .containsEntry("emojis", List.of("\uD83D\uDE37", AWKWARD))
                .containsEntry("text_language", "pt")
                .containsEntry("polarity", -0.25f)
                .containsEntry("subjectivity", 0.5f)
                .containsEntry("sentiment", "negative")
                .containsEntry("superseded_by", null)
                .hasSize(TweetRows.FIELDS.size() + 2);
        assertThat(rejected).isEmpty();
    }

    @Test
    void storesWhatIsNotGivenAsNull() throws Exception {
        commit(plain(100));

        Map<String, Object> row = rows(database, "SELECT * FROM twitter.tweet").get(0);
        List<String> added =
                TweetFields.ADDED.stream().map(field -> field.field().name()).toList();
        assertThat(row.keySet().stream().filter(column -> row.get(column) == null && !added.contains(column)))
                .containsExactlyInAnyOrder(
                        "language",
                        "conversation_id",
                        "in_reply_to_user_id",
                        "retweeted_id",
                        "quoted_id",
                        "replied_to_id",
                        "retweet_count",
                        "reply_count",
                        "like_count",
                        "quote_count",
                        "bookmark_count",
                        "impression_count",
                        "client",
                        "place_id",
                        "place_full_name",
                        "place_country_code",
                        "place_type",
                        "withheld_copyright",
                        "withheld_countries",
                        "withheld_scope",
                        "clean_text",
                        "emojis",
                        "text_language",
                        "polarity",
                        "subjectivity",
                        "sentiment",
                        "superseded_by");
        assertThat(rows(database, "SELECT * FROM twitter.\"user\"").get(0).values())
                .containsOnly(1L, null);
    }

    @Test
    void storesWhatWasAddedToAPostsFields() throws Exception {
        List<Tweet> tweets = TweetArbitraries.tweets().sampleStream().limit(50).toList();
        for (int id = 1; id <= tweets.size(); id++) {
            Tweet tweet = tweets.get(id - 1).toBuilder()
                    .id(id)
                    .createdAt(WRITTEN)
                    .observedAt(OBSERVED)
                    .build();
            commit(tweet);
            assertAddedFields(
                    rows(database, "SELECT * FROM twitter.tweet WHERE id = " + id)
                            .get(0),
                    tweet);
        }
    }

    private static void assertAddedFields(Map<String, Object> row, Tweet tweet) {
        for (AddedField<?> added : TweetFields.ADDED) {
            String name = added.field().name();
            assertThat(row).containsEntry(name, storable(StoredValues.of(added.field(), tweet)));
        }
    }

    private static Object storable(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(WarehouseColumnsTest::storable).toList();
        }
        return value instanceof String text ? StorableText.of(text) : value;
    }

    @Test
    void storesTheAnalysisOfTheNewestObservation() throws Exception {
        commit(analysed("bom", "pt", new Sentiment(0.5, 1, Sentiment.Label.POSITIVE), OBSERVED));
        commit(analysed("good", "en", null, OBSERVED.plusSeconds(1)));
        commit(analysed("bueno", "es", new Sentiment(0.1, 0, Sentiment.Label.NEUTRAL), OBSERVED.minusSeconds(1)));

        assertThat(rows(database, "SELECT clean_text, text_language, emojis, polarity, sentiment FROM twitter.tweet")
                        .get(0))
                .containsEntry("clean_text", "good")
                .containsEntry("text_language", "en")
                .containsEntry("emojis", List.of())
                .containsEntry("polarity", null)
                .containsEntry("sentiment", null);
    }

    private static Tweet analysed(String text, String language, Sentiment sentiment, Instant observedAt) {
        return Tweets.observed(100, text, User.ofId(1), Metrics.NONE, observedAt, List.of())
                .analysed(new TextAnalysis(text, List.of(), language, sentiment));
    }

    @Test
    void storesEveryColumnOfAnAccount() throws Exception {
        commit(Tweets.complete(100, AWKWARD));

        assertThat(rows(database, "SELECT * FROM twitter.\"user\"").get(0))
                .containsEntry("id", 77L)
                .containsEntry("username", "user77")
                .containsEntry("name", AWKWARD)
                .containsEntry("created_at", Instant.parse("2009-02-03T04:05:06Z"))
                .containsEntry("verified", true)
                .containsEntry("verified_type", "blue")
                .containsEntry("protected", true)
                .containsEntry("description", AWKWARD)
                .containsEntry("location", AWKWARD)
                .containsEntry("url", "https://example.org")
                .containsEntry("profile_image_url", "https://example.org/i.png")
                .containsEntry("followers_count", 5L)
                .containsEntry("following_count", 6L)
                .containsEntry("tweet_count", 7L)
                .containsEntry("listed_count", 8L)
                .containsEntry("observed_at", OBSERVED)
                .hasSize(16);
    }

    @Test
    void storesEachHashtagAsWrittenAndInItsCanonicalForm() throws Exception {
        commit(Tweets.complete(100, "text"));

        assertThat(rows(database, "SELECT * FROM twitter.tweet_hashtag ORDER BY hashtag"))
                .containsExactly(
                        Map.of(
                                "tweet_id",
                                100L,
                                "hashtag",
                                "covid19",
                                "hashtag_text",
                                "COVID19",
                                "created_at",
                                WRITTEN),
                        Map.of("tweet_id", 100L, "hashtag", "saúde", "hashtag_text", "Saúde", "created_at", WRITTEN));
    }

    @Test
    void replacesWhatPostgresCannotStore() throws Exception {
        commit(plain(100, "nul \u0000, high \uD83D, low \uDE37, both \uD83D\uDE37"));

        assertThat(rows(database, "SELECT text FROM twitter.tweet").get(0))
                .containsEntry("text", "nul \uFFFD, high \uFFFD, low \uFFFD, both \uD83D\uDE37");
        assertThat(rejected).isEmpty();
    }

    @Test
    void storesATweetOnceForHashtagsOfTheSameCanonicalForm() throws Exception {
        Entities entities = new Entities(
                List.of(Hashtag.of("Health"), Hashtag.of("HEALTH")), List.of(), List.of(), List.of(), List.of());
        commit(plain(1).markedUp(entities));
        assertThat(rows(database, "SELECT hashtag_text FROM twitter.tweet_hashtag"))
                .containsExactly(Map.of("hashtag_text", "Health"));
        assertThat(rejected).isEmpty();
    }
}
