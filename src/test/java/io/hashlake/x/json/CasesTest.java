package io.hashlake.x.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.hashlake.core.Rejected;
import io.hashlake.tweet.Tweet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Posts as other tools write them, of which each is kept. */
class CasesTest {

    private static final Path CASES = Path.of("../shared/cases");
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final String POST =
            "{\"id\":\"1\",\"text\":\"x\",\"created_at\":\"2021-03-01T10:00:00.000Z\",\"author_id\":\"5\"}";
    private static final String STATUS =
            "{\"created_at\":\"Sat Feb 01 17:48:54 +0000 2020\",\"id\":1,\"text\":\"x\",\"user\":{\"id\":5}}";

    private final PageParser parser = new PageParser((origin, value) -> {});

    @Test
    void keepsPostsWithEmptyContainersAndOddCounts() throws Exception {
        assertThat(read("counts/empty-containers.json")).hasSize(13);
        assertThat(read("counts/counts-v1.jsonl")).hasSize(9);
    }

    @Test
    void readsIdsHoweverTheyAreWritten() throws Exception {
        assertThat(read("ids/flat.jsonl"))
                .extracting(Tweet::id)
                .containsExactly(1366901116642934788L, 1366901116642934789L, 1366901116642934790L);
        assertThat(read("ids/mongo.jsonl"))
                .extracting(Tweet::id)
                .containsExactly(660836319162052612L, 660836319162052613L, 660836319162052614L);
    }

    @Test
    void readsTheAuthorThatFourCatPutsBesideThePost() throws Exception {
        assertThat(read("json/4cat.ndjson"))
                .singleElement()
                .satisfies(tweet -> assertThat(tweet.author().name()).isEqualTo("Ann"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"_index\":\"i\",\"_id\":\"1\",\"_score\":1,\"_source\":%s}",
                "{\"id\":\"k\",\"key\":\"k\",\"value\":{\"rev\":\"1-a\"},\"doc\":%s}",
                "{\"id\":\"k\",\"key\":\"k\",\"value\":%s}",
                "{\"schema\":{\"type\":\"struct\",\"fields\":[]},\"payload\":%s}",
                "{\"tweet\":%s}",
                "[{\"tweet\":%1$s},{\"tweet\":{\"data\":[]}}]",
                "{\"total_rows\":1,\"offset\":0,\"rows\":[{\"id\":\"k\",\"doc\":%s}]}",
                "{\"took\":1,\"hits\":{\"total\":1,\"hits\":[{\"_source\":%s}]}}",
                "{\"tweet\":{\"data\":%s}}",
            })
    void readsWhatToolsWrap(String wrapper) throws Exception {
        for (String post : List.of(POST, STATUS)) {
            if (post.equals(POST) || !wrapper.contains("\"data\":%s")) {
                assertThat(parse(wrapper.formatted(post))).as(wrapper).hasSize(1);
            }
        }
    }

    @Test
    void anElementOfAListOfPostsThatIsNoneIsReadAsAWrapperOrRejectedAlone() throws Exception {
        SearchPage page = page(("{'data':[%1$s,{'data':%1$s},[%1$s],null,{},[],'x',5,{'tweet':%1$s},{'_source':%1$s},"
                + "{'foo':%1$s},[{'foo':%1$s}],{'payload':'{cut'}],'meta':{'result_count':8}}"));

        assertThat(page.tweets()).hasSize(5);
        assertThat(page.rejected())
                .extracting(Rejected::reason, rejected -> rejected.payload().replaceAll("[{].*[}]", "…"))
                .containsExactlyInAnyOrder(
                        tuple("a post must be an object", "\"x\""),
                        tuple("a post must be an object", "5"),
                        tuple("it stands in a list of posts, but is none", "…"),
                        tuple("a post must be an object", "[…]"),
                        tuple("it stands in a list of posts, but is none", "…"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'hits':{'hits':[{'_source':{'foo':%s}}]}} | 0 | 1",
                "{'hits':{'hits':[{'_source':{'foo':1}},{'_source':%s}]}} | 1 | 1",
                "{'hits':{'hits':[5,{'_source':%s}]}} | 1 | 1",
                "{'rows':[{'doc':{'post':%s}}]} | 0 | 1",
                "{'rows':[{'doc':%s},{'doc':{'post':1}}]} | 1 | 1",
                "{'docs':[%s,7]} | 1 | 1",
                "{'statuses':[%2$s,{'status':{}},[1]]} | 1 | 2",
                "{'statuses':[{'status':{}},null,{}]} | 0 | 1",
                "[%s,{'username':'u'}] | 1 | 1",
                "{'data':[{'foo':%1$s},{'tweet':%1$s}]} | 1 | 1",
                "{'data':[[%s,'x']]} | 1 | 1",
            })
    void whatIsNoPostInAListOfPostsIsRejected(String json, int posts, int rejected) throws Exception {
        SearchPage page = page(json);

        assertThat(page.tweets()).hasSize(posts);
        assertThat(page.rejected()).hasSize(rejected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'rows':[{'id':'k','doc':%s},{'id':'_design/d','doc':{'_id':'_design/d','views':{}}}]}",
                "{'rows':[{'id':'k','doc':%s},{'id':'l','value':{'rev':'2-a','deleted':true},'doc':null}]}",
                "{'docs':[%s,{'delete':{'status':{'id':1}}},{'limit':{'track':5}}]}",
                "[%s,{'errors':[{'title':'Not Found'}]},{'data':[],'meta':{'result_count':0}}]",
            })
    void noticesAndEmptyAnswersAmongPostsAreNoMistake(String json) throws Exception {
        SearchPage page = page(json);

        assertThat(page.tweets()).hasSize(1);
        assertThat(page.rejected()).isEmpty();
    }

    private SearchPage page(String json) throws MalformedPageException {
        byte[] bytes = json.replace('\'', '"').formatted(POST, STATUS).getBytes(StandardCharsets.UTF_8);
        return parser.parseLine(bytes, "test", NOW);
    }

    @Test
    void readsAPostThatIsWrappedAsText() throws Exception {
        assertThat(parse("{\"topic\":\"t\",\"offset\":1,\"payload\":\"" + POST.replace("\"", "\\\"") + "\"}"))
                .hasSize(1);
    }

    @Test
    void tellsStatusesFromPostsInWhateverOrderTheirFieldsCome() throws Exception {
        assertThat(
                        parse(
                                "{\"user\":{\"id\":9},\"id\":1,\"text\":\"x\",\"author_id\":5,\"created_at\":\"2021-03-01T10:00:00Z\"}"))
                .extracting(tweet -> tweet.author().id())
                .containsExactly(5L);
        assertThat(parse("{\"author_id\":1,\"public_metrics\":{},\"text\":\"x\",\"user\":{\"id\":9},\"id\":3,"
                        + "\"created_at\":\"Sat Feb 01 17:48:54 +0000 2020\"}"))
                .extracting(tweet -> tweet.author().id())
                .containsExactly(9L);
        assertThat(
                        parse(
                                "{\"text\":\"x\",\"user\":{\"id\":9},\"id\":3,\"created_at\":\"2021-03-01T10:00:00Z\",\"id_str\":\"4\"}"))
                .extracting(Tweet::id)
                .containsExactly(4L);
    }

    @Test
    void readsReferencesOfStatusesFromBeforeIdsWereText() throws Exception {
        Tweet tweet = parse(
                        "{\"created_at\":\"Sat Feb 01 17:48:54 +0000 2009\",\"id\":3,\"text\":\"x\",\"user\":{\"id\":9},"
                                + "\"in_reply_to_status_id\":7,\"in_reply_to_user_id\":8,\"quoted_status_id\":6,\"quoted_status_id_str\":\"5\"}")
                .get(0);

        assertThat(tweet.inReplyToUserId()).isEqualTo(8);
        assertThat(tweet.references()).extracting("tweetId").containsExactly(5L, 7L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1",
                "{\"a\" 1}",
                "{a}",
                "nothing",
                "{\"a\":\"\u0001\"}",
                "{\"a\":\u0000}",
                "{\"a\":01}",
                "{\"a\":\"\\x\"}"
            })
    void saysWithoutTheParsersOwnWordsWhatIsWrong(String json) {
        assertThat(malformed(json.getBytes(StandardCharsets.UTF_8)).getMessage())
                .doesNotContainIgnoringCase("token", "CTRL", "code ", "entries", "Jackson", "was expecting");
    }

    @Test
    void callsNulBytesWhatTheyAre() {
        assertThat(malformed(new byte[8])).hasMessageContaining("NUL");
        assertThat(malformed("\0{\"a\":1}".getBytes(StandardCharsets.UTF_8))).hasMessageContaining("NUL");
        assertThat(malformed("{\"a\":1\0\0}".getBytes(StandardCharsets.UTF_8))).hasMessageContaining("NUL");
        assertThat(malformed("{\"a\":1}".getBytes(StandardCharsets.UTF_16LE))).hasMessageContaining("not in UTF-8");
        assertThat(malformed(new byte[] {'{', '"', (byte) 0xff, '"', '}'})).hasMessageContaining("0xff");
    }

    @ParameterizedTest
    @ValueSource(strings = {"é", "é #", "né", "ü\u00e9", "ÿ"})
    void namesTheByteThatIsNotUtf8(String text) {
        String wrong = Integer.toHexString(text.replaceAll("[#n ]", "").charAt(0));

        assertThat(malformed(("{\"text\":\"caf" + text + "\"}").getBytes(StandardCharsets.ISO_8859_1)))
                .hasMessageContaining("it is not in UTF-8: it holds the byte 0x" + wrong);
    }

    private MalformedPageException malformed(byte[] json) {
        try {
            parser.parseLine(json, "test", NOW);
            throw new AssertionError("it was read");
        } catch (MalformedPageException e) {
            return e;
        }
    }

    private List<Tweet> read(String file) throws IOException, MalformedPageException {
        Assumptions.assumeTrue(Files.isDirectory(CASES), "no cases at " + CASES);
        List<Tweet> tweets = new ArrayList<>();
        for (String line : Files.readAllLines(CASES.resolve(file))) {
            tweets.addAll(line.isBlank() ? List.of() : parse(line));
        }
        return tweets;
    }

    private List<Tweet> parse(String json) throws MalformedPageException {
        SearchPage page = parser.parseLine(json.getBytes(StandardCharsets.UTF_8), "test", NOW);
        assertThat(page.rejected()).isEmpty();
        return page.tweets();
    }
}
