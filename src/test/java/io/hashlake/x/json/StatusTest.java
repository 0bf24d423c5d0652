package io.hashlake.x.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.hashlake.core.Rejected;
import io.hashlake.tweet.Hashtag;
import io.hashlake.tweet.Metrics;
import io.hashlake.tweet.Place;
import io.hashlake.tweet.Reference;
import io.hashlake.tweet.Tweet;
import io.hashlake.tweet.User;
import io.hashlake.tweet.Withheld;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What v1.1 gives is the same tweet. */
class StatusTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private static final String USER = """
            {"id":5,"id_str":"5","name":"Bob","screen_name":"bob","location":"Rio","description":"d","url":"https://t.co/u",\
            "protected":false,"verified":true,"followers_count":1,"friends_count":2,"listed_count":3,\
            "statuses_count":4,"created_at":"Sun Jul 29 13:24:02 +0000 2012",\
            "profile_image_url_https":"https://x/p.jpg"}""";

    private final PageParser parser = new PageParser();

    @Test
    void readsTheSameTweetFromBothApis() {
        Tweet old = only("""
                {"created_at":"Sat Feb 01 17:48:54 +0000 2020","id":1223664533451026434,"id_str":"1223664533451026434",\
                "full_text":"#Saúde 😀 $TWTR @ann https://t.co/a https://t.co/m","truncated":false,\
                "display_text_range":[0,40],"source":"<a href=\\"http://x\\" rel=\\"nofollow\\">Twitter Web App</a>",\
                "in_reply_to_status_id":7,"in_reply_to_status_id_str":"7","in_reply_to_user_id":8,\
                "in_reply_to_user_id_str":"8","user":%s,"geo":null,"coordinates":null,\
                "place":{"id":"p","full_name":"Rio, Brasil","country_code":"BR","place_type":"city"},\
                "quoted_status_id":9,"quoted_status_id_str":"9","is_quote_status":true,\
                "retweet_count":2,"favorite_count":1,"lang":"pt","possibly_sensitive":true,\
                "withheld_copyright":true,"withheld_in_countries":["DE"],"withheld_scope":"status",\
                "entities":{"hashtags":[{"text":"Saúde","indices":[0,6]}],"symbols":[{"text":"TWTR","indices":[9,14]}],\
                "user_mentions":[{"screen_name":"ann","id":1,"indices":[15,19]}],\
                "urls":[{"url":"https://t.co/a","expanded_url":"https://a.example","indices":[20,34]}],\
                "media":[{"url":"https://t.co/m","expanded_url":"https://x/photo/1"}]},\
                "extended_entities":{"media":[{"url":"https://t.co/m","expanded_url":"https://x/photo/1"},\
                {"url":"https://t.co/m","expanded_url":"https://x/photo/1"}]}}""".formatted(USER));
        Tweet now = only("""
                {"data":{"id":"1223664533451026434","created_at":"2020-02-01T17:48:54.000Z","author_id":"5",\
                "text":"#Saúde 😀 $TWTR @ann https://t.co/a https://t.co/m","source":"Twitter Web App","lang":"pt",\
                "in_reply_to_user_id":"8","possibly_sensitive":true,"geo":{"place_id":"p"},\
                "withheld":{"copyright":true,"country_codes":["DE"],"scope":"tweet"},\
                "referenced_tweets":[{"type":"quoted","id":"9"},{"type":"replied_to","id":"7"}],\
                "public_metrics":{"retweet_count":2,"like_count":1},\
                "entities":{"hashtags":[{"start":0,"end":6,"tag":"Saúde"}],"cashtags":[{"tag":"TWTR"}],\
                "mentions":[{"username":"ann"}],"urls":[{"expanded_url":"https://a.example"},\
                {"expanded_url":"https://x/photo/1"},{"expanded_url":"https://x/photo/1"}]}},\
                "includes":{"users":[{"id":"5","name":"Bob","username":"bob","location":"Rio","description":"d",\
                "url":"https://t.co/u","protected":false,"verified":true,"created_at":"2012-07-29T13:24:02.000Z",\
                "profile_image_url":"https://x/p.jpg","public_metrics":{"followers_count":1,"following_count":2,\
                "listed_count":3,"tweet_count":4}}],"places":[{"id":"p","full_name":"Rio, Brasil",\
                "country_code":"BR","place_type":"city"}]}}""");

        assertThat(old).isEqualTo(now);
        assertThat(old.metrics()).isEqualTo(new Metrics(2, -1, 1, -1, -1, -1));
        assertThat(old.place()).isEqualTo(new Place("p", "Rio, Brasil", "BR", "city"));
        assertThat(old.withheld()).isEqualTo(new Withheld(true, List.of("DE"), "tweet"));
    }

    @Test
    void readsTheExtendedTextAndItsEntitiesOfAStreamsStatus() {
        Tweet tweet = only(status("""
                "text":"cut… https://t.co/x","truncated":true,\
                "entities":{"hashtags":[{"text":"cut"}],"urls":[{"expanded_url":"https://twitter.com/i/web/status/1"}]},\
                "extended_tweet":{"full_text":"the whole text #end","display_text_range":[0,19],\
                "entities":{"hashtags":[{"text":"end","indices":[15,19]}]},\
                "extended_entities":{"media":[{"expanded_url":"https://x/photo/1"}]}}"""));

        assertThat(tweet.text()).isEqualTo("the whole text #end");
        assertThat(tweet.entities().hashtags()).containsExactly(Hashtag.of("end"));
        assertThat(tweet.entities().urls()).containsExactly("https://x/photo/1");
    }

    @Test
    void takesARepostsTextFromTheOriginalAndItsOwnHashtagsToo() {
        String original = status(
                        "\"full_text\":\"the whole original #one\",\"entities\":{\"hashtags\":[{\"text\":\"one\"}]}")
                .replace("\"1\"", "\"77\"");
        Tweet tweet = only(status("\"full_text\":\"RT @ann: the whole ori…\",\"quoted_status_id_str\":\"9\","
                + "\"entities\":{\"hashtags\":[{\"text\":\"two\"}]},\"retweeted_status\":" + original));

        assertThat(tweet.id()).isEqualTo(1);
        assertThat(tweet.text()).isEqualTo("the whole original #one");
        assertThat(tweet.entities().hashtags()).containsExactly(Hashtag.of("one"), Hashtag.of("two"));
        assertThat(tweet.references()).containsExactly(new Reference(Reference.Type.RETWEETED, 77));
    }

    @Test
    void readsListsAndAnswersOfASearch() {
        String one = status("\"text\":\"x\"");

        assertThat(parse("[" + one + "," + one + "]").tweets()).hasSize(2);
        assertThat(parse("{\"statuses\":[" + one + "],\"search_metadata\":{\"count\":1}}")
                        .tweets())
                .hasSize(1);
    }

    @Test
    void leavesOutWhatIsNoStatus() {
        assertThat(parse("{\"delete\":{\"status\":{\"id\":1,\"id_str\":\"1\"}}}")
                        .tweets())
                .isEmpty();
        assertThat(parse(USER).tweets()).isEmpty();
        assertThat(parse("[" + USER + "]").rejected()).isEmpty();
        assertThat(parse("{\"id\":1,\"id_str\":\"1\",\"text\":\"hi\",\"sender\":" + USER + "}")
                        .tweets())
                .isEmpty();
    }

    @Test
    void rejectsABrokenStatusAloneAndSaysWhy() {
        String bad = status("\"text\":[\"x\"]");
        String odd = status("\"text\":\"odd\",\"retweet_count\":\"many\"");
        String noTime = status("\"text\":\"x\"").replace("Sat Feb 01", "Sat Fub 01");

        SearchPage page = parse("[" + bad + "," + status("\"text\":\"good\"") + "," + odd + "," + noTime + "]");

        assertThat(page.tweets()).extracting(Tweet::text).containsExactly("good", "odd");
        assertThat(page.rejected())
                .extracting(Rejected::reason)
                .containsExactly(
                        "text is a list, not a string",
                        "created_at is 'Sat Fub 01 17:48:54 +0000 2020', but a time is written as 2020-02-01T17:48:54Z or"
                                + " Sat Feb 01 17:48:54 +0000 2020");
        assertThat(page.rejected().get(0).payload()).isEqualTo(bad);
    }

    @Test
    void knowsTheUserByItsNumberAlone() {
        Tweet tweet =
                only("{\"id\":1,\"text\":\"x\",\"created_at\":\"Sat Feb 01 17:48:54 +0000 2020\",\"user\":{\"id\":5}}");

        assertThat(tweet.author()).isEqualTo(User.ofId(5));
        assertThat(tweet.metrics()).isEqualTo(Metrics.NONE);
    }

    @Property(tries = 2000)
    void aDamagedStatusIsParsedOrRejectedOrMalformed(@ForAll Random random) {
        byte[] json = ("[" + status("\"full_text\":\"é 😀\",\"entities\":{\"hashtags\":[{\"text\":\"a\"}]}") + "]")
                .getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 3; i++) {
            json[random.nextInt(json.length)] = random.nextBoolean()
                    ? (byte) random.nextInt(256)
                    : (byte) "{}[]\",:0n\\".charAt(random.nextInt(10));
        }
        byte[] cut = Arrays.copyOf(json, random.nextInt(json.length));

        assertThat(isMalformed(json)).isIn(true, false);
        assertThat(isMalformed(cut)).isIn(true, false);
    }

    private boolean isMalformed(byte[] json) {
        try {
            parser.parseLine(json, "test", NOW);
            return false;
        } catch (MalformedPageException e) {
            return true;
        }
    }

    private static String status(String fields) {
        return "{\"created_at\":\"Sat Feb 01 17:48:54 +0000 2020\",\"id_str\":\"1\",\"user\":" + USER + "," + fields
                + "}";
    }

    private Tweet only(String json) {
        SearchPage page = parse(json);
        assertThat(page.rejected()).isEmpty();
        assertThat(page.tweets()).hasSize(1);
        return page.tweets().get(0);
    }

    private SearchPage parse(String json) {
        try {
            return parser.parseLine(json.getBytes(StandardCharsets.UTF_8), "test", NOW);
        } catch (MalformedPageException e) {
            throw new AssertionError(e);
        }
    }
}
