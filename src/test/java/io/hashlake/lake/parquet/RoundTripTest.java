package io.hashlake.lake.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import io.hashlake.lake.commit.TestTweets;
import io.hashlake.lake.store.MemoryObjectStore;
import io.hashlake.tweet.Field;
import io.hashlake.tweet.Hashtag;
import io.hashlake.tweet.Metrics;
import io.hashlake.tweet.Reference;
import io.hashlake.tweet.Sentiment;
import io.hashlake.tweet.StoredValues;
import io.hashlake.tweet.TextAnalysis;
import io.hashlake.tweet.Tweet;
import io.hashlake.tweet.TweetArbitraries;
import io.hashlake.tweet.TweetFields;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.avro.generic.GenericRecord;

class RoundTripTest {

    @Property(tries = 150)
    void readsBackWhatWasWritten(@ForAll("batches") List<Tweet> tweets) throws IOException {
        List<GenericRecord> rows = writeAndRead(tweets);

        assertThat(rows).hasSameSizeAs(tweets);
        for (int i = 0; i < rows.size(); i++) {
            assertSame(rows.get(i), tweets.get(i));
        }
    }

    @Provide
    Arbitrary<List<Tweet>> batches() {
        TestTweets.full(1);
        return TweetArbitraries.tweets().list().ofMinSize(1).ofMaxSize(8);
    }

    @Property(tries = 150)
    void aFileOfBufferedRowsIsThatOfTheRows(@ForAll("batches") List<Tweet> tweets) throws IOException {
        RowBuffer<Tweet> buffer = new RowBuffer<>(TweetSchema.TABLE);
        List<BufferedRow> rows = tweets.stream().map(buffer::add).toList();

        assertThat(rows).extracting(BufferedRow::id).containsExactlyElementsOf(ids(tweets));
        try (ZstdCodecs codecs = new ZstdCodecs()) {
            assertThat(TableEncoder.buffered(TweetSchema.TABLE, codecs).encode(rows, Map.of()))
                    .isEqualTo(new TableEncoder<>(TweetSchema.TABLE, codecs).encode(tweets, Map.of()));
        }
    }

    private static List<Long> ids(List<Tweet> tweets) {
        return tweets.stream().map(Tweet::id).toList();
    }

    private static List<GenericRecord> writeAndRead(List<Tweet> tweets) throws IOException {
        MemoryObjectStore store = new MemoryObjectStore();
        try (ZstdCodecs codecs = new ZstdCodecs()) {
            store.put(
                    "file",
                    new TableEncoder<>(TweetSchema.TABLE, codecs).encode(tweets, Map.of("hashlake.origin", "test")));
            return new TableReader(store, codecs).rows(store.list("file").get(0), TweetSchema.TABLE);
        }
    }

    private static void assertSame(GenericRecord row, Tweet tweet) {
        assertThat(row.get("id")).isEqualTo(tweet.id());
        assertThat(row.get("created_at")).isEqualTo(micros(tweet.createdAt()));
        assertThat(row.get("observed_at")).isEqualTo(micros(tweet.observedAt()));
        assertText(row, "text", tweet.text());
        assertText(row, "language", tweet.language());
        assertText(row, "client", tweet.client());
        assertAuthor(row, tweet);
        assertEntities(row, tweet);
        assertReferences(row, tweet);
        assertMetrics(row, tweet.metrics());
        assertWhereabouts(row, tweet);
        assertAnalysis(row, tweet.analysis());
        TweetFields.ADDED.forEach(added -> assertAdded(row, added.field(), tweet));
    }

    private static long micros(Instant time) {
        return time.getEpochSecond() * 1_000_000 + time.getNano() / 1_000;
    }

    private static void assertAdded(GenericRecord row, Field<Tweet, ?> field, Tweet tweet) {
        Object expected = StoredValues.of(field, tweet);
        assertThat(String.valueOf(row.get(field.name()))).as(field.name()).isEqualTo(String.valueOf(expected));
    }

    private static void assertAuthor(GenericRecord row, Tweet tweet) {
        assertThat(row.get("author_id")).isEqualTo(tweet.author().id());
        assertText(row, "author_username", tweet.author().username());
        assertText(row, "author_name", tweet.author().name());
        assertText(row, "author_verified_type", tweet.author().verifiedType());
        assertText(row, "author_description", tweet.author().profile().description());
        assertText(row, "author_location", tweet.author().profile().location());
        assertText(row, "author_url", tweet.author().profile().url());
        assertText(row, "author_profile_image_url", tweet.author().profile().imageUrl());
        assertThat(row.get("author_created_at"))
                .isEqualTo(
                        tweet.author().createdAt() == null
                                ? null
                                : micros(tweet.author().createdAt()));
        assertThat(row.get("author_verified"))
                .isEqualTo(tweet.author().isKnown() ? tweet.author().verified() : null);
        assertThat(row.get("author_protected"))
                .isEqualTo(tweet.author().isKnown() ? tweet.author().isProtected() : null);
        assertCount(row, "author_followers_count", tweet.author().counts().followers());
        assertCount(row, "author_following_count", tweet.author().counts().following());
        assertCount(row, "author_tweet_count", tweet.author().counts().tweets());
        assertCount(row, "author_listed_count", tweet.author().counts().listed());
    }

    private static void assertEntities(GenericRecord row, Tweet tweet) {
        List<Hashtag> hashtags = tweet.entities().hashtags();
        assertTexts(row, "hashtags", hashtags.stream().map(Hashtag::canonical).toList());
        assertTexts(row, "hashtags_text", hashtags.stream().map(Hashtag::text).toList());
        assertTexts(row, "mentions", tweet.entities().mentions());
        assertTexts(row, "urls", tweet.entities().urls());
        assertTexts(row, "cashtags", tweet.entities().cashtags());
        assertTexts(row, "annotations", tweet.entities().annotations());
        assertTexts(row, "topics", tweet.topics());
        assertTexts(row, "followed", tweet.followed());
    }

    private static void assertReferences(GenericRecord row, Tweet tweet) {
        assertReference(row, "retweeted_id", tweet, Reference.Type.RETWEETED);
        assertReference(row, "quoted_id", tweet, Reference.Type.QUOTED);
        assertReference(row, "replied_to_id", tweet, Reference.Type.REPLIED_TO);
        assertThat(row.get("conversation_id")).isEqualTo(tweet.conversationId());
        assertThat(row.get("in_reply_to_user_id")).isEqualTo(tweet.inReplyToUserId());
        assertThat((List<?>) row.get("edit_history")).isEqualTo(tweet.editHistory());
    }

    private static void assertReference(GenericRecord row, String column, Tweet tweet, Reference.Type type) {
        assertThat(row.get(column))
                .isEqualTo(tweet.references().stream()
                        .filter(reference -> reference.type() == type)
                        .map(Reference::tweetId)
                        .findFirst()
                        .orElse(null));
    }

    private static void assertMetrics(GenericRecord row, Metrics metrics) {
        assertCount(row, "retweet_count", metrics.retweets());
        assertCount(row, "reply_count", metrics.replies());
        assertCount(row, "like_count", metrics.likes());
        assertCount(row, "quote_count", metrics.quotes());
        assertCount(row, "bookmark_count", metrics.bookmarks());
        assertCount(row, "impression_count", metrics.impressions());
    }

    private static void assertWhereabouts(GenericRecord row, Tweet tweet) {
        assertThat(row.get("possibly_sensitive")).isEqualTo(tweet.possiblySensitive());
        assertText(row, "place_id", tweet.place() == null ? null : tweet.place().id());
        assertText(
                row,
                "place_full_name",
                tweet.place() == null ? null : tweet.place().fullName());
        assertText(
                row,
                "place_country_code",
                tweet.place() == null ? null : tweet.place().countryCode());
        assertText(
                row, "place_type", tweet.place() == null ? null : tweet.place().type());
        assertThat(row.get("withheld_copyright"))
                .isEqualTo(tweet.withheld() == null ? null : tweet.withheld().copyright());
        assertTexts(
                row,
                "withheld_countries",
                tweet.withheld() == null ? List.of() : tweet.withheld().countryCodes());
        assertText(
                row,
                "withheld_scope",
                tweet.withheld() == null ? null : tweet.withheld().scope());
    }

    private static void assertAnalysis(GenericRecord row, TextAnalysis analysis) {
        Sentiment sentiment = analysis == null ? null : analysis.sentiment();
        assertText(row, "clean_text", analysis == null ? null : analysis.cleanText());
        assertTexts(row, "emojis", analysis == null ? List.of() : analysis.emojis());
        assertText(row, "text_language", analysis == null ? null : analysis.language());
        assertThat(row.get("polarity")).isEqualTo(sentiment == null ? null : sentiment.polarity());
        assertThat(row.get("subjectivity")).isEqualTo(sentiment == null ? null : sentiment.subjectivity());
        assertText(
                row, "sentiment", sentiment == null ? null : sentiment.label().id());
    }

    private static void assertText(GenericRecord row, String column, String expected) {
        Object value = row.get(column);
        assertThat(value == null ? null : value.toString()).as(column).isEqualTo(expected);
    }

    private static void assertTexts(GenericRecord row, String column, List<String> expected) {
        List<String> values =
                ((List<?>) row.get(column)).stream().map(Object::toString).toList();
        assertThat(values).as(column).isEqualTo(expected);
    }

    private static void assertCount(GenericRecord row, String column, long expected) {
        assertThat(row.get(column)).as(column).isEqualTo(expected == Metrics.UNKNOWN ? null : (Long) expected);
    }
}
