package io.hashlake.x.json.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import io.hashlake.core.erasure.ErasedIds;
import io.hashlake.core.erasure.Tombstones;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class JsonEraserTest {

    private static final Tombstones POST_1 = new Tombstones(ErasedIds.of(1), ErasedIds.NONE, ErasedIds.NONE);
    private static final Tombstones USER_7 = new Tombstones(ErasedIds.NONE, ErasedIds.of(7), ErasedIds.NONE);
    private static final Tombstones PLACE_1 = new Tombstones(ErasedIds.NONE, ErasedIds.NONE, ErasedIds.of(1));

    @Test
    void removesAPostFromAPageWithTheAccountAndTheMediaThatOnlyItHad() {
        assertThat(erased("""
                {"data":[{"id":"1","text":"a","author_id":"7","attachments":{"media_keys":["3_1"]}},
                {"id":"2","text":"b","author_id":"8"}],
                "includes":{"users":[{"id":"7","username":"ana"},{"id":"8","username":"bo"}],
                "media":[{"media_key":"3_1"}],"tweets":[{"id":"1","text":"a","author_id":"7"}]},
                "meta":{"result_count":2}}""", POST_1))
                .isEqualTo("{'data':[{'id':'2','text':'b','author_id':'8'}],"
                        + "'includes':{'users':[{'id':'8','username':'bo'}],'media':[],'tweets':[]},"
                        + "'meta':{'result_count':2}}");
    }

    @Test
    void keepsAnAccountThatAnotherPostOfThePageHas() {
        assertThat(erased("""
                {"data":[{"id":"1","text":"a","author_id":"7"},{"id":"2","text":"b","author_id":"7"}],
                "includes":{"users":[{"id":"7","username":"ana"}]}}""", POST_1)).contains("ana");
    }

    @Test
    void removesRetweetsWhichRepeatTheText() {
        assertThat(erased("""
                {"data":[{"id":"5","text":"RT a","referenced_tweets":[{"type":"retweeted","id":"1"}]},
                {"id":"6","text":"see","referenced_tweets":[{"type":"quoted","id":"1"}]}]}""", POST_1))
                .isEqualTo("{'data':[{'id':'6','text':'see','referenced_tweets':[{'type':'quoted','id':'1'}]}]}");
    }

    @Test
    void leavesNothingOfALineOfAStreamWhosePostIsGone() {
        assertThat(erased("""
                {"data":{"id":"1","text":"a"},"matching_rules":[{"id":"9"}]}""", POST_1)).isNull();
    }

    @Test
    void removesThePostsOfAUserInEveryFormat() {
        assertThat(erased("""
                {"data":[{"id":"2","text":"a","author_id":"7"}]}""", USER_7)).isEqualTo("{'data':[]}");
        assertThat(erased("""
                {"statuses":[{"id":2,"full_text":"a","user":{"id":7}}]}""", USER_7)).isEqualTo("{'statuses':[]}");
        assertThat(erased("""
                {"id":2,"text":"a","author":{"id":7}}""", USER_7)).isNull();
    }

    @Test
    void removesAStatusOfVersion11AndItsRetweets() {
        assertThat(erased("""
                [{"id":1,"id_str":"1","text":"a"},{"id":4,"text":"RT","retweeted_status":{"id":1,"text":"a"}}]""", POST_1)).isEqualTo("[]");
    }

    @Test
    void removesThePlaceAlone() {
        assertThat(erased("""
                {"data":[{"id":"1","text":"a","geo":{"place_id":"x"}}]}""", PLACE_1)).isEqualTo("{'data':[{'id':'1','text':'a'}]}");
    }

    @Test
    void leavesOtherPayloadsAsTheyAreByteForByte() {
        byte[] other = "{ \"data\": [ {\"id\":\"11\", \"text\":\"1\"} ] }".getBytes(StandardCharsets.UTF_8);
        assertThat(new JsonEraser().erase(other, POST_1).orElseThrow()).isEqualTo(other);
        byte[] unrelated = "{\"count\": 1}".getBytes(StandardCharsets.UTF_8);
        assertThat(new JsonEraser().erase(unrelated, POST_1)).containsSame(unrelated);
    }

    @Test
    void dropsWhatCannotBeReadAndHoldsAnErasedId() {
        assertThat(erased("{\"id\":\"1\",\"text\":\"cut of", POST_1)).isNull();
        assertThat(erased("{\"id\":\"2\",\"text\":\"cut of", POST_1)).isNotNull();
    }

    private static String erased(String json, Tombstones tombstones) {
        return new JsonEraser()
                .erase(json.getBytes(StandardCharsets.UTF_8), tombstones)
                .map(left -> new String(left, StandardCharsets.UTF_8).replace('"', '\''))
                .orElse(null);
    }
}
