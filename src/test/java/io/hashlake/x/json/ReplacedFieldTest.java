package io.hashlake.x.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hashlake.tweet.Tweet;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A post of which any optional field is replaced by any JSON is read, and nothing else of it changes. */
class ReplacedFieldTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String POST = """
            {"id":"1700000000000000007","text":"hi #a","created_at":"2026-11-22T09:00:00.123Z","author_id":"5","lang":"pt",
             "conversation_id":"6","in_reply_to_user_id":"8","possibly_sensitive":true,"source":"app",
             "geo":{"place_id":"p"},"entities":{"hashtags":[{"start":3,"end":5,"tag":"a"}],"urls":[{"url":"u"}],
             "mentions":[{"username":"m"}],"cashtags":[{"tag":"c"}],"annotations":[{"type":"t","normalized_text":"n"}]},
             "public_metrics":{"retweet_count":1,"reply_count":2,"like_count":3,"quote_count":4,"bookmark_count":5,
             "impression_count":6},"edit_history_tweet_ids":["9"],"edit_controls":{"edits_remaining":5},
             "referenced_tweets":[{"type":"quoted","id":"3"}],"withheld":{"copyright":true,"country_codes":["DE"]},
             "context_annotations":[{"domain":{"name":"d"},"entity":{"name":"e"}}],"attachments":{"media_keys":["7"]}}""";

    private static final String STATUS = """
            {"created_at":"Sat Feb 01 17:48:54 +0000 2020","id":1223664533451026434,"id_str":"1223664533451026434",
             "full_text":"hi #a","user":{"id_str":"5","screen_name":"bob"},"lang":"pt","source":"app",
             "in_reply_to_user_id":8,"in_reply_to_status_id":7,"quoted_status_id":9,"possibly_sensitive":true,
             "place":{"id":"p"},"entities":{"hashtags":[{"text":"a"}]},"extended_entities":{"media":[{"url":"u"}]},
             "retweet_count":1,"reply_count":2,"favorite_count":3,"quote_count":4,"withheld_copyright":true,
             "withheld_in_countries":["DE"],"withheld_scope":"status"}""";

    /** Parts of the tweet, in the order of its fields in {@link Tweet}, that a field of the JSON gives. */
    private static final Map<String, Set<String>> GIVES = Map.ofEntries(
            Map.entry("lang", Set.of("language")),
            Map.entry("conversation_id", Set.of("conversationId")),
            Map.entry("in_reply_to_user_id", Set.of("inReplyToUserId")),
            Map.entry("possibly_sensitive", Set.of("possiblySensitive")),
            Map.entry("source", Set.of("client")),
            Map.entry("geo", Set.of("place")),
            Map.entry("place", Set.of("place")),
            Map.entry("entities", Set.of("entities")),
            Map.entry("extended_entities", Set.of("entities")),
            Map.entry("public_metrics", Set.of("metrics")),
            Map.entry("retweet_count", Set.of("metrics")),
            Map.entry("reply_count", Set.of("metrics")),
            Map.entry("favorite_count", Set.of("metrics")),
            Map.entry("quote_count", Set.of("metrics")),
            Map.entry("edit_history_tweet_ids", Set.of("editHistory")),
            Map.entry("edit_controls", Set.of()),
            Map.entry("attachments", Set.of()),
            Map.entry("referenced_tweets", Set.of("references")),
            Map.entry("in_reply_to_status_id", Set.of("references")),
            Map.entry("quoted_status_id", Set.of("references")),
            Map.entry("withheld", Set.of("withheld")),
            Map.entry("withheld_copyright", Set.of("withheld")),
            Map.entry("withheld_in_countries", Set.of("withheld")),
            Map.entry("withheld_scope", Set.of("withheld")),
            Map.entry("context_annotations", Set.of("topics")),
            Map.entry("author", Set.of("author")));

    private static final List<String> SCALARS = List.of(
            "null",
            "true",
            "-1",
            "0",
            "12.0",
            "1e999",
            "1e-999",
            "123456789012345678901234567890",
            "\"\"",
            "\"x\"",
            "\"100+\"",
            "\"\\ud83d\"",
            "\"\\u0000\"",
            "{}",
            "[]",
            "{\"$numberLong\":\"7\"}",
            "{\"$date\":{}}",
            "{\"$oid\":[1]}");

    /** Names that mean something somewhere. */
    private static final List<String> NAMES = List.of(
            ("id,text,tag,url,name,type,place,hashtags,domain,entity,username,public_metrics,like_count,country_codes,"
                            + "entities,author,created_at,$numberLong")
                    .split(","));

    private final PageParser parser = new PageParser();

    @Property(tries = 3000)
    void isReadAndNothingElseChanges(
            @ForAll("posts") String post, @ForAll("fields") String field, @ForAll Random random) throws Exception {
        ObjectNode json = (ObjectNode) JSON.readTree(post);
        Tweet before = read(json);
        json.set(field, value(random, 3));

        Map<String, Object> expected = parts(before);
        Map<String, Object> actual = parts(read(json));

        GIVES.get(field).forEach(part -> {
            expected.remove(part);
            actual.remove(part);
        });
        assertThat(actual).isEqualTo(expected);
    }

    @Provide
    Arbitrary<String> posts() {
        return Arbitraries.of(POST, STATUS);
    }

    @Provide
    Arbitrary<String> fields() {
        return Arbitraries.of(GIVES.keySet());
    }

    private static JsonNode value(Random random, int depth) {
        int kind = random.nextInt(depth == 0 ? 3 : 5);
        if (kind < 3) {
            return tree(SCALARS.get(random.nextInt(SCALARS.size())));
        }
        ArrayNode list = JSON.createArrayNode();
        ObjectNode object = JSON.createObjectNode();
        for (int i = random.nextInt(4); i > 0; i--) {
            list.add(value(random, depth - 1));
            object.set(NAMES.get(random.nextInt(NAMES.size())), value(random, depth - 1));
        }
        return kind == 3 ? list : object;
    }

    private Tweet read(JsonNode json) throws Exception {
        SearchPage page = parser.parseLine(JSON.writeValueAsBytes(json), "test", NOW);
        assertThat(page.rejected()).isEmpty();
        assertThat(page.tweets()).hasSize(1);
        return page.tweets().get(0);
    }

    private static Map<String, Object> parts(Tweet tweet) throws ReflectiveOperationException {
        Map<String, Object> parts = new TreeMap<>();
        for (var component : Tweet.class.getRecordComponents()) {
            Object part = component.getAccessor().invoke(tweet);
            parts.put(component.getName(), part == null ? List.of("null") : part);
        }
        return parts;
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
