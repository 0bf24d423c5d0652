package io.hashlake.x.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.hashlake.core.Rejected;
import io.hashlake.tweet.Entities;
import io.hashlake.tweet.Hashtag;
import io.hashlake.tweet.Metrics;
import io.hashlake.tweet.Place;
import io.hashlake.tweet.Reference;
import io.hashlake.tweet.Tweet;
import io.hashlake.tweet.User;
import io.hashlake.tweet.Withheld;
import io.hashlake.x.json.draft.UnreadableValue;
import io.hashlake.x.query.SearchQuery;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageParserTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final String MINIMAL =
            "'id':'7','created_at':'2026-11-22T09:00:00.000Z','author_id':'5','text':'hi'";

    private final List<UnreadableValue> unreadable = new ArrayList<>();
    private final PageParser parser = new PageParser((origin, value) -> unreadable.add(value));

    @Test
    void readsEveryFieldOfATweet() throws MalformedPageException {
        Tweet tweet = only("""
                {'data':[{'id':'1700000000000000007','text':'short','note_tweet':{'text':'long #Long #Both',
                  'entities':{'hashtags':[{'start':5,'end':10,'tag':'Long'},{'start':11,'end':16,'tag':'Both'}]}},
                  'created_at':'2026-11-22T09:00:00.123Z','author_id':'5','lang':'pt','conversation_id':'6',
                  'in_reply_to_user_id':'8','possibly_sensitive':true,'paid_partnership':true,'attachments':{'media_keys':['7_2','3_1','3_9']},'community_id':'19',
                  'reply_settings':'mentionedUsers','source':'Twitter for Iron','geo':{'place_id':'p1'},
                  'entities':{'hashtags':[{'start':0,'end':5,'tag':'both'},{'start':9,'end':12,'tag':'Cut'}],
                    'mentions':[{'start':0,'end':3,'username':'ann','id':'9'}],'cashtags':[{'start':0,'end':4,'tag':'TWX'}],
                    'urls':[{'url':'https://t.co/1','expanded_url':'https://example.org/1'},{'url':'https://t.co/2'}],
                    'annotations':[{'start':0,'end':4,'probability':0.9,'type':'Place','normalized_text':'Lisboa'}]},
                  'referenced_tweets':[{'type':'quoted','id':'3'},{'type':'replied_to','id':'4'}],
                  'public_metrics':{'retweet_count':1,'reply_count':2,'like_count':3,'quote_count':4,
                    'bookmark_count':5,'impression_count':6},
                  'edit_history_tweet_ids':['1700000000000000007','1600000000000000001'],
                  'withheld':{'copyright':true,'country_codes':['DE','FR'],'scope':'tweet'},
                  'context_annotations':[{'domain':{'id':'1','name':'Sport','description':'x'},'entity':{'id':'2','name':'Chess'}}],
                  'something_new':{'deep':[1,{'text':9}]}}],
                 'includes':{'users':[{'id':'5','username':'bob','name':'Bob','created_at':'2020-01-01T00:00:00.000Z',
                    'verified':true,'verified_type':'blue','protected':true,'description':'d','location':'l','url':'u',
                    'profile_image_url':'i','public_metrics':{'followers_count':1,'following_count':2,'tweet_count':3,
                    'listed_count':4,'like_count':5}}],
                  'media':[{'media_key':'3_1','type':'photo','url':'https://example.org/1.jpg','alt_text':'a chart'},
                    {'media_key':'7_2','type':'video','preview_image_url':'https://example.org/2.jpg','duration_ms':5}],
                  'places':[{'id':'p1','full_name':'Lisboa, Portugal','country_code':'PT','place_type':'city'}]}}
                """);

        User author = new User(
                5,
                "bob",
                "Bob",
                Instant.parse("2020-01-01T00:00:00Z"),
                true,
                "blue",
                true,
                new User.Profile("d", "l", "u", "i"),
                new User.Counts(1, 2, 3, 4));
        Entities entities = new Entities(
                List.of(Hashtag.of("Long"), Hashtag.of("Both"), Hashtag.of("Cut")),
                List.of("ann"),
                List.of("https://example.org/1", "https://t.co/2"),
                List.of("TWX"),
                List.of("Place:Lisboa"));
        assertThat(tweet)
                .isEqualTo(Tweet.builder()
                        .id(1700000000000000007L)
                        .createdAt(Instant.parse("2026-11-22T09:00:00.123Z"))
                        .author(author)
                        .text("long #Long #Both")
                        .language("pt")
                        .entities(entities)
                        .references(List.of(
                                new Reference(Reference.Type.QUOTED, 3), new Reference(Reference.Type.REPLIED_TO, 4)))
                        .conversationId(6L)
                        .inReplyToUserId(8L)
                        .metrics(new Metrics(1, 2, 3, 4, 5, 6))
                        .possiblySensitive(true)
                        .paidPartnership(true)
                        .communityId(19L)
                        .replySettings("mentionedUsers")
                        .mediaTypes(List.of("video", "photo"))
                        .mediaUrls(List.of("https://example.org/2.jpg", "https://example.org/1.jpg"))
                        .mediaAltTexts(List.of("", "a chart"))
                        .client("Twitter for Iron")
                        .place(new Place("p1", "Lisboa, Portugal", "PT", "city"))
                        .editHistory(List.of(1600000000000000001L, 1700000000000000007L))
                        .withheld(new Withheld(true, List.of("DE", "FR"), "tweet"))
                        .topics(List.of("Sport:Chess"))
                        .observedAt(NOW)
                        .build());
    }

    @Test
    void knowsNoMoreThanThePayload() throws MalformedPageException {
        Tweet tweet =
                only("{'data':{" + MINIMAL + ",'geo':{},'lang':null,'entities':{'hashtags':null},'withheld':null}}");

        assertThat(tweet.author()).isEqualTo(User.ofId(5));
        assertThat(tweet.metrics()).isEqualTo(Metrics.NONE);
        assertThat(tweet.entities()).isEqualTo(Entities.NONE);
        assertThat(tweet.place()).isNull();
        assertThat(tweet.language()).isNull();
        assertThat(tweet.withheld()).isNull();
        assertThat(tweet.conversationId()).isNull();
        assertThat(tweet.paidPartnership()).isNull();
        assertThat(tweet.communityId()).isNull();
        assertThat(tweet.replySettings()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'data':[%s],'includes':%s}",
                "{'includes':%2$s,'data':[%1$s]}",
            })
    void takesARetweetsTextFromTheOriginalAndHashtagsFromBoth(String shape) throws MalformedPageException {
        String retweet = "{" + MINIMAL + ",'referenced_tweets':[{'type':'retweeted','id':'3'}],"
                + "'entities':{'hashtags':[{'tag':'own'},{'tag':'BOTH'}],'mentions':[{'username':'me'}]}}";
        String original = "{'tweets':[{'id':'3','text':'cut','note_tweet':{'text':'whole',"
                + "'entities':{'hashtags':[{'tag':'late'}]}},'entities':{'hashtags':[{'tag':'both'}]}}]}";

        Tweet tweet = only(shape.formatted(retweet, original));

        assertThat(tweet.text()).isEqualTo("whole");
        assertThat(tweet.entities().hashtags()).extracting(Hashtag::text).containsExactly("late", "both", "own");
        assertThat(tweet.entities().mentions()).isEmpty();
        assertThat(new SearchQuery("#late").matches(tweet)).isTrue();
    }

    @Test
    void keepsItsOwnTextWhereTheOriginalIsNotIncluded() throws MalformedPageException {
        Tweet tweet = only("{'data':[{" + MINIMAL + ",'referenced_tweets':[{'type':'retweeted','id':'3'}],"
                + "'entities':{'hashtags':[{'tag':'own'}]}}]}");

        assertThat(tweet.text()).isEqualTo("hi");
        assertThat(tweet.entities().hashtags()).extracting(Hashtag::text).containsExactly("own");
    }

    @Test
    void keepsItsOwnTextAndHashtagsWhereItQuotes() throws MalformedPageException {
        Tweet tweet = only("{'data':[{" + MINIMAL + ",'referenced_tweets':[{'type':'quoted','id':'3'}]}],"
                + "'includes':{'tweets':[{'id':'3','text':'other','entities':{'hashtags':[{'tag':'theirs'}]}}]}}");

        assertThat(tweet.text()).isEqualTo("hi");
        assertThat(tweet.entities().hashtags()).isEmpty();
        assertThat(tweet.references()).containsExactly(new Reference(Reference.Type.QUOTED, 3));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'id':'-7'                | id is '-7', but an id is a 64-bit number without a sign",
                "'id':'9223372036854775808' | id is '9223372036854775808', but an id is a 64-bit number without a sign",
                "'id':1366901116642934788.0 | id is '1366901116642934788.0', but an id is a 64-bit number without a sign",
                "'id':['7']               | id is a list, but it must be an id",
                "'id':null                | id is missing",
                "'id':''                  | id is missing",
                "'text':{'a':[{}]}        | text is an object, not a string",
                "'text':5                 | text is a whole number, not a string",
                "'text':null              | text is missing",
                "'text':{}                | text is missing",
                "'created_at':null        | created_at is missing",
                "'author_id':null         | author_id is missing",
                "'author_id':'ann'        | author_id is 'ann', but an id is a 64-bit number without a sign",
                "'author_id':null,'author':'ann' | a user is a string, not an object",
                "'author_id':null,'author':{'username':'ann'} | a user has no id",
                "'created_at':'yesterday' | created_at is 'yesterday', but a time is written as 2020-02-01T17:48:54Z or Sat Feb 01 17:48:54 +0000 2020",
            })
    void rejectsATweetWithoutIdTextTimeOrAuthorAloneWithTheReasonAndItsJson(String field, String reason)
            throws MalformedPageException {
        String broken = ("{" + without(field) + "'x':'ü'," + field + ",'after':{'id':[1]}}").replace('\'', '"');
        SearchPage page = parse("{'data':[{" + MINIMAL + "}, " + broken + " ,{" + MINIMAL + "}]}");

        assertThat(page.tweets()).hasSize(2);
        assertThat(page.rejected()).containsExactly(new Rejected(NOW, "test", Rejected.Stage.PARSE, reason, broken));
        assertThat(unreadable).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'lang':['en']                              | lang: lang is a list, not a string",
                "'possibly_sensitive':'no'                  | possibly_sensitive: possibly_sensitive is 'no', but it must be true or false",
                "'possibly_sensitive':[false]               | possibly_sensitive: possibly_sensitive is a list, but it must be true or false",
                "'public_metrics':{'like_count':-1}         | like_count: like_count is '-1', but a count is a whole number of 0 to 2^63 - 1",
                "'public_metrics':{'like_count':99999999999999999999} | like_count: like_count is '99999999999999999999', but a count is a whole number of 0 to 2^63 - 1",
                "'public_metrics':{'like_count':1.5}        | like_count: like_count is '1.5', but a count is a whole number of 0 to 2^63 - 1",
                "'public_metrics':{'like_count':'100+'}     | like_count: like_count is '100+', but a count is a whole number",
                "'public_metrics':{'like_count':true}       | like_count: like_count is true or false, but it must be a count",
                "'public_metrics':'many'                    | public_metrics: public_metrics is a string, not an object",
                "'entities':{'hashtags':['a']}              | hashtags: a hashtag is a string, not an object",
                "'entities':{'hashtags':[{'start':1}]}      | hashtags: a hashtag has no tag",
                "'entities':{'hashtags':[{'tag':''}]}       | tag: a hashtag needs at least one character",
                "'entities':5                               | entities: entities is a whole number, not an object",
                "'referenced_tweets':[{'type':'quoted'}]    | referenced_tweets: a reference has no type or no id",
                "'edit_history_tweet_ids':['x']             | edit_history_tweet_ids: edit_history_tweet_ids is 'x', but an id is a 64-bit number without a sign",
                "'withheld':{'country_codes':'DE'}          | country_codes: country_codes is a string, not a list",
                "'conversation_id':1.5                      | conversation_id: conversation_id is '1.5', but an id is a 64-bit number without a sign",
                "'geo':{'place_id':5}                       | place_id: place_id is a whole number, not a string",
                "'author':{'id':'5','created_at':'then'}    | created_at: created_at is 'then', but a time is written as 2020-02-01T17:48:54Z or Sat Feb 01 17:48:54 +0000 2020",
                "'author':'ann'                             | author_id: a user is a string, not an object",
                "'note_tweet':{'text':5}                    | text: text is a whole number, not a string",
                "'context_annotations':[{'domain':5}]       | domain: a domain is a whole number, not an object",
            })
    void leavesOutWhatCannotBeReadAndTellsIt(String field, String told) throws MalformedPageException {
        List<Tweet> tweets = parse("{'data':[{" + MINIMAL + "," + field + ",'source':'app'},{" + MINIMAL + "}]}")
                .tweets();

        assertThat(tweets).hasSize(2);
        assertThat(tweets.get(0).client()).isEqualTo("app");
        assertThat(unreadable.stream()
                        .filter(value -> !value.field().equals("hashtags") || unreadable.size() == 1)
                        .map(value -> value.field() + ": " + value.example()))
                .containsExactly(told);
    }

    @ParameterizedTest
    @CsvSource({
        "1,1",
        "1.0,1",
        "12.0,12",
        "1e3,1000",
        "'1',1",
        "'12.0',12",
        "{'$numberLong':'5'},5",
        "{'$numberInt':5},5",
        "null,-1",
        "{},-1",
        "[],-1",
        "'',-1",
        "9223372036854775807,9223372036854775807"
    })
    void readsACountHoweverAWholeNumberIsWritten(String written, long count) throws MalformedPageException {
        Tweet tweet = only(
                "{'data':[{" + MINIMAL + ",'public_metrics':{'like_count':" + json(written) + ",'reply_count':3}}]}");

        assertThat(tweet.metrics()).isEqualTo(new Metrics(-1, 3, count, -1, -1, -1));
        assertThat(unreadable).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "7", "1366901116642934788", "9223372036854775807"})
    void readsAnIdThatIsTextOrANumberOrMongosOwn(String id) throws MalformedPageException {
        for (String written : List.of(id, "'" + id + "'", "{'$numberLong':'" + id + "'}")) {
            Tweet tweet = only(("{'data':[{'id':%1$s,'author_id':%1$s,'conversation_id':%1$s,'text':'x',"
                            + "'created_at':'2021-03-01T10:00:00Z','in_reply_to_user_id':%1$s,"
                            + "'edit_history_tweet_ids':[%1$s],'referenced_tweets':[{'type':'quoted','id':%1$s}]}]}")
                    .formatted(written));

            long expected = Long.parseLong(id);
            assertThat(tweet.id()).isEqualTo(expected);
            assertThat(tweet.author()).isEqualTo(User.ofId(expected));
            assertThat(tweet.conversationId()).isEqualTo(expected);
            assertThat(tweet.inReplyToUserId()).isEqualTo(expected);
            assertThat(tweet.editHistory()).containsExactly(expected);
            assertThat(tweet.references()).containsExactly(new Reference(Reference.Type.QUOTED, expected));
        }
    }

    @Test
    void takesTheTimeFromTheIdWhereItIsNotGivenOrCannotBeRead() throws MalformedPageException {
        String post = "'id':'1366901116642934788','text':'x','author_id':'5'";

        assertThat(only("{'data':[{" + post + "}]}").createdAt()).isEqualTo("2021-03-02T23:59:56.659Z");
        assertThat(unreadable).isEmpty();
        assertThat(only("{'data':[{" + post + ",'created_at':'2. 3. 2021'}]}").createdAt())
                .isEqualTo("2021-03-02T23:59:56.659Z");
        assertThat(unreadable).extracting(UnreadableValue::field).containsExactly("created_at");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "entities",
                "public_metrics",
                "geo",
                "withheld",
                "referenced_tweets",
                "context_annotations",
                "note_tweet",
                "edit_history_tweet_ids",
                "author",
                "lang",
                "source",
                "conversation_id",
                "possibly_sensitive"
            })
    void takesAnEmptyContainerForNotGiven(String field) throws MalformedPageException {
        Tweet without = only("{'data':[{" + MINIMAL + "}]}");

        for (String nothing : List.of("[]", "{}", "null")) {
            String json = "{'data':[{" + MINIMAL + ",'" + field + "':" + nothing + "}]}";
            boolean isKnownToBeEmpty = field.equals("entities") && nothing.equals("{}");
            if (!(field.equals("author") && nothing.equals("{}"))) {
                assertThat(only(json)).isEqualTo(without);
                assertThat(only(json).entities().areGiven()).isEqualTo(isKnownToBeEmpty);
                assertThat(unreadable).isEmpty();
            }
        }
    }

    @Test
    void replacesWhatNoSinkCanStoreByOneCharacterEverywhere() throws MalformedPageException {
        Tweet tweet = only("{'data':[{" + MINIMAL + ",'text':'a\\ud83d b\\u0000 \\ud83d\\ude00','lang':'p\\udc00',"
                + "'entities':{'hashtags':[{'tag':'x\\ud800'}],'urls':[{'url':'u\\udfff'}]},"
                + "'author':{'id':'5','username':'b','name':'n\\u0000'}}]}");

        assertThat(tweet.text()).isEqualTo("a\uFFFD b\uFFFD \uD83D\uDE00");
        assertThat(tweet.language()).isEqualTo("p\uFFFD");
        assertThat(tweet.author().name()).isEqualTo("n\uFFFD");
        assertThat(tweet.entities().hashtags()).extracting(Hashtag::text).containsExactly("x\uFFFD");
        assertThat(tweet.entities().urls()).containsExactly("u\uFFFD");
    }

    @Test
    void rejectsATweetInASingleAnswerWithItsJson() throws MalformedPageException {
        assertThat(parse("{'data': {'id':'1'},'meta':{}}").rejected())
                .extracting(Rejected::reason, Rejected::payload)
                .containsExactly(tuple("created_at is missing", "{\"id\":\"1\"}"));
        assertThat(parse("{'data':['abc',5]}").rejected())
                .extracting(Rejected::payload)
                .containsExactly("\"abc\"", "5");
    }

    @Test
    void rejectsATextThatIsTooLongAndKeepsSomeOfIt() throws MalformedPageException {
        String text = "x".repeat(5_000_000);
        SearchPage page = parse("{'data':[{" + without("'text'") + "'text':'" + text + "'},{" + MINIMAL + "}]}");

        assertThat(page.tweets()).hasSize(1);
        assertThat(page.rejected()).singleElement().satisfies(rejected -> {
            assertThat(rejected.reason()).isEqualTo("text is 5000000 characters long, but at most 100000 are accepted");
            assertThat(rejected.payload()).hasSize(64 << 10);
        });
        assertThat(parse("{'data':[{" + MINIMAL + ",'text':'" + "x".repeat(100_000) + "'}]}")
                        .tweets())
                .hasSize(1);
    }

    @Test
    void leavesOutABrokenUserPlaceOrOriginalAndKeepsTheTweet() throws MalformedPageException {
        SearchPage page = parse("{'includes':{'users':[{'id':'6','username':[['x']]},null,{'name':'n'}],"
                + "'places':['p',{'id':'p1','full_name':{'a':1},'place_type':'city'}],'tweets':[{'id':'3','text':1}],"
                + "'polls':[{}]},'data':[{" + MINIMAL
                + ",'geo':{'place_id':'p1'},'referenced_tweets':[{'type':'retweeted','id':'3'}]}]}");

        assertThat(page.tweets()).singleElement().satisfies(tweet -> {
            assertThat(tweet.author()).isEqualTo(User.ofId(5));
            assertThat(tweet.place()).isEqualTo(new Place("p1", null, null, "city"));
            assertThat(tweet.text()).isEqualTo("hi");
        });
        assertThat(page.rejected()).isEmpty();
        assertThat(unreadable)
                .extracting(UnreadableValue::field)
                .containsExactly("username", "users", "places", "full_name", "text");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'includes':'none'",
                "'includes':{'users':5,'tweets':'x','places':true}",
                "'matching_rules':'x'",
                "'matching_rules':[5,{'id':[1]}]",
                "'errors':7",
                "'meta':[5]",
                "'meta':{'newest_id':'x','oldest_id':[],'result_count':'many'}",
            })
    void keepsTheTweetsOfAPageOfWhichOtherThingsCannotBeRead(String field) throws MalformedPageException {
        SearchPage page = parse("{" + field + ",'data':[{" + MINIMAL + "}]}");

        assertThat(page.tweets()).hasSize(1);
        assertThat(page.newestId()).hasValue(7);
        assertThat(page.rejected()).isEmpty();
    }

    @Test
    void countsHowManyValuesOfAFieldCannotBeRead() throws MalformedPageException {
        String post = "{" + MINIMAL + ",'public_metrics':{'like_count':'100+'}}";
        parse("{'data':[" + post + "," + post + "]}");

        assertThat(unreadable)
                .containsExactly(
                        new UnreadableValue("like_count", "like_count is '100+', but a count is a whole number", 2));
    }

    @Test
    void tellsWhereThePageStandsAndHowMuchIsMissing() throws MalformedPageException {
        SearchPage page = parse("{'data':[{" + MINIMAL + "}],'errors':[{'title':'x'},{'title':'y'}],"
                + "'meta':{'newest_id':'9','oldest_id':'2','result_count':1,'next_token':'abc'}}");

        assertThat(page.partialErrors()).isEqualTo(2);
        assertThat(page.missing()).hasValue(0);
        assertThat(page.nextToken()).contains("abc");
    }

    @Test
    void believesWhatMetaSaysOfIdsOnlyWhereAnItemsIdCannotBeRead() throws MalformedPageException {
        String meta = "'meta':{'newest_id':'9','oldest_id':'2'}}";
        SearchPage readable = parse("{'data':[{" + MINIMAL + "}]," + meta);
        SearchPage broken = parse("{'data':[{" + MINIMAL + "},{'id':[]}]," + meta);

        assertThat(readable.newestId()).hasValue(7);
        assertThat(readable.oldestId()).hasValue(7);
        assertThat(broken.newestId()).hasValue(9);
        assertThat(broken.oldestId()).hasValue(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'newest_id':'','oldest_id':'','next_token':'','result_count':''}",
                "{'newest_id':' ','oldest_id':'0','next_token':null,'result_count':'many'}",
                "{'newest_id':[],'oldest_id':{},'next_token':'  ','result_count':-1}",
                "{}",
                "[]",
                "''",
                "null"
            })
    void whatCannotBeReadInMetaIsNotGiven(String meta) throws MalformedPageException {
        SearchPage empty = parse("{'meta':" + meta + "}");
        SearchPage page = parse("{'data':[{" + MINIMAL + "}],'meta':" + meta + "}");

        assertThat(empty.newestId()).isEmpty();
        assertThat(empty.nextToken()).isEmpty();
        assertThat(page.newestId()).hasValue(7);
        assertThat(page.oldestId()).hasValue(7);
        assertThat(page.nextToken()).isEmpty();
        assertThat(page.missing()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1,0", "4,3", "'\"4\"',3", "0,0"})
    void comparesResultCountWithWhatThePageHolds(String told, int missing) throws MalformedPageException {
        String json = "{'data':[{" + MINIMAL + "}],'meta':{'result_count':" + told.replace('"', '\'') + "}}";
        assertThat(parse(json).missing()).hasValue(missing);
    }

    @Test
    void findsTheNewestAndOldestIdByItselfWhereMetaDoesNotSay() throws MalformedPageException {
        SearchPage page = parse("{'data':[{'id':'9'},{" + MINIMAL + "},{'id':5}]}");

        assertThat(page.newestId()).hasValue(9);
        assertThat(page.oldestId()).hasValue(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'meta':{'result_count':0}}",
                "{'data':[],'meta':{}}",
                "{'data':[]}",
                "{'data':null}",
                "{'data':{}}",
                "{'data':[{}]}",
                "{'data':[],'meta':[]}",
                "{'meta':{'newest_id':'','oldest_id':'','next_token':'','result_count':0}}"
            })
    void takesAPageWithoutTweetsForEmpty(String json) throws MalformedPageException {
        SearchPage page = parse(json);

        assertThat(page.tweets()).isEmpty();
        assertThat(page.rejected()).isEmpty();
        assertThat(page.newestId()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "null",
                "{'errors':[{'title':'no'}]}",
                "{'data':[",
                "{'data':[]}{'data':[]}",
                "<!DOCTYPE html><html></html>",
                "{'data':[],'meta':{'next_token':['a']}}",
                "{'data':[],'x':\u0001}"
            })
    void refusesWhatIsNoAnswer(String json) {
        assertThatExceptionOfType(MalformedPageException.class).isThrownBy(() -> parse(json));
    }

    @Test
    void saysWhereAnAnswerBreaks() {
        assertThatExceptionOfType(MalformedPageException.class)
                .isThrownBy(() -> parse("{'data':[\n {'id':'1',}]}"))
                .withMessageContaining("line 2, column 12")
                .withMessageContaining("byte");
    }

    @Test
    void refusesJsonThatIsNestedTooDeeply() {
        String deep = "[".repeat(100_000);

        assertThatExceptionOfType(MalformedPageException.class)
                .isThrownBy(() -> parse("{'data':[{'x':" + deep))
                .withMessage("not readable: it is nested too deeply");
    }

    @Test
    void refusesOtherEncodings() {
        byte[] utf16 = "{\"data\":[]}".getBytes(StandardCharsets.UTF_16LE);

        assertThatExceptionOfType(MalformedPageException.class)
                .isThrownBy(() -> parser.parse(utf16, "test", NOW))
                .withMessageContaining("UTF-8");
    }

    @Test
    void readsAFlattenedTweetWithItsAuthorAndOriginalInside() throws MalformedPageException {
        SearchPage page = line("{" + MINIMAL + ",'author':{'id':'5','username':'bob'},"
                + "'geo':{'place_id':'p1','id':'p1','full_name':'Rio','country_code':'BR','place_type':'city'},"
                + "'referenced_tweets':[{'type':'retweeted','id':'3','text':'whole','author':{'id':'6','username':'eve'},"
                + "'entities':{'hashtags':[{'tag':'deep'}]}}],'__twarc':{}}");

        assertThat(page.tweets()).singleElement().satisfies(tweet -> {
            assertThat(tweet.author().username()).isEqualTo("bob");
            assertThat(tweet.text()).isEqualTo("whole");
            assertThat(tweet.entities().hashtags()).extracting(Hashtag::text).containsExactly("deep");
            assertThat(tweet.place()).isEqualTo(new Place("p1", "Rio", "BR", "city"));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'data':{%s},'matching_rules':[{'id':'1','tag':null}]}",
                "{'data':[{%s}],'meta':{}}",
                "{'data':{%s}}",
                "{%s}",
                "[{%s}]"
            })
    void readsEveryLineThatHoldsATweet(String shape) throws MalformedPageException {
        assertThat(line(shape.formatted(MINIMAL)).tweets()).hasSize(1);
        assertThat(line(shape.formatted("'id':7,'text':'x'")).rejected()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  \r\n",
                "{}",
                "[]",
                "{'data':[{'id':'1','username':'u','name':'n','entities':{'url':{'urls':[]}}}]}",
                "{'data':[{'start':'2021-01-01T00:00:00Z','end':'2021-01-01T01:00:00Z','tweet_count':5}],'meta':{}}",
                "{'id':'1','action':'delete','created_at':'x','reason':'deleted'}",
                "{'data':[{'id':'1','value':'#a','tag':'b'}],'meta':{'sent':'x'}}",
                "{'data':[{'id':'1','text':'psst','event_type':'MessageCreate'}]}",
                "{'data':['a','b']}",
                "{'errors':[{'title':'operational-disconnect'}]}"
            })
    void findsNoTweetInOtherLines(String json) throws MalformedPageException {
        SearchPage page = line(json);

        assertThat(page.tweets()).isEmpty();
        assertThat(page.rejected()).isEmpty();
    }

    @Test
    void rejectsWhatIsNoPostBesideThePostsOfAStreamsLine() throws MalformedPageException {
        String json = ("{'data':[{" + MINIMAL + "},5,{'a':1}]}").replace('\'', '"');
        StreamLine line = parser.parseStreamLine(json.getBytes(StandardCharsets.UTF_8), "test", NOW);

        assertThat(line.tweets()).hasSize(1);
        assertThat(line.rejected()).extracting(Rejected::payload).containsExactly("5", "{\"a\":1}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'id':'1'", "{'id':'1'} {", "'text'", "5", "nonsense"})
    void refusesALineThatIsNoJsonOfX(String json) {
        assertThatExceptionOfType(MalformedPageException.class).isThrownBy(() -> line(json));
    }

    private Tweet only(String json) throws MalformedPageException {
        SearchPage page = parse(json);
        assertThat(page.rejected()).isEmpty();
        assertThat(page.tweets()).hasSize(1);
        return page.tweets().get(0);
    }

    private SearchPage parse(String json) throws MalformedPageException {
        return parser.parse(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8), "test", NOW);
    }

    /** The minimal fields but for the one with which this begins. */
    private static String without(String field) {
        return (MINIMAL + ",").replaceFirst(field.replaceFirst(":.*", "") + ":'[^']*',", "");
    }

    private static String json(String csv) {
        return csv.matches("[0-9.]+|1e3|null|\\{.*|\\[.*") ? csv : "'" + csv + "'";
    }

    private SearchPage line(String json) throws MalformedPageException {
        return parser.parseLine(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8), "test", NOW);
    }
}
