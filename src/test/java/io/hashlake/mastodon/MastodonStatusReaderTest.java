package io.hashlake.mastodon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hashlake.tweet.Metrics;
import io.hashlake.tweet.Network;
import io.hashlake.tweet.NetworkId;
import io.hashlake.tweet.Reference;
import io.hashlake.tweet.Tweet;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MastodonStatusReaderTest {

    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");
    private static final String ACCOUNT = """
            {"acct":"Ana","display_name":"Ana ✨","note":"<p>Hi</p>","url":"https://one.example/@ana",\
            "created_at":"2020-01-01T00:00:00.000Z","followers_count":-1,"statuses_count":7}""";

    @Test
    void readsAStatusWithItsKeyAuthorAndCounts() throws Exception {
        Tweet post = read("""
                {"id":"1","uri":"https://one.example/1","created_at":"2026-11-30T11:00:00.000Z","spoiler_text":"spider",\
                "content":"<p>Look: <a href=\\"https://a.example/b?c=1&amp;d\\">a.example/b…</a></p><p>two<br/>lines \
                <a class=\\"mention hashtag\\" href=\\"x\\">#<span>Rust</span></a></p>","sensitive":true,"language":null,\
                "tags":[{"name":"rust"},{"name":""}],"mentions":[{"acct":"bob@two.example"}],"favourites_count":3,\
                "media_attachments":[{"type":"gifv","url":"https://m.example/1","description":null}],"account":%s}""".formatted(ACCOUNT));

        assertThat(post.network()).isEqualTo(Network.MASTODON);
        assertThat(post.uri()).isEqualTo("https://one.example/1");
        assertThat(post.id()).isEqualTo(NetworkId.of("https://one.example/1"));
        assertThat(post.text()).isEqualTo("spider\n\nLook: a.example/b…\n\ntwo\nlines #Rust");
        assertThat(post.entities().urls()).containsExactly("https://a.example/b?c=1&d");
        assertThat(post.entities().hashtags())
                .extracting(tag -> tag.canonical())
                .containsExactly("rust");
        assertThat(post.entities().mentions()).containsExactly("bob@two.example");
        assertThat(post.metrics().likes()).isEqualTo(3);
        assertThat(post.metrics().quotes()).isEqualTo(Metrics.UNKNOWN);
        assertThat(post.possiblySensitive()).isTrue();
        assertThat(post.language()).isNull();
        assertThat(post.mediaTypes()).containsExactly("animated_gif");
        assertThat(post.author().username()).isEqualTo("Ana@home.example");
        assertThat(post.author().id()).isEqualTo(NetworkId.of("acct:ana@home.example"));
        assertThat(post.author().counts().followers()).isEqualTo(Metrics.UNKNOWN);
        assertThat(post.author().profile().description()).isEqualTo("Hi");
    }

    @Test
    void aBoostHasTheTextOfTheOriginal() throws Exception {
        Tweet post = read("""
                {"id":"2","uri":"https://one.example/2","created_at":"2026-11-30T13:00:00.000Z","content":"",\
                "account":%s,"reblog":{"uri":"https://two.example/9","content":"<p>first</p>"}}""".formatted(ACCOUNT));

        assertThat(post.text()).isEqualTo("first");
        assertThat(post.references())
                .containsExactly(new Reference(Reference.Type.RETWEETED, NetworkId.of("https://two.example/9")));
        assertThat(post.createdAt()).isEqualTo(NOW);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"id\":\"1\"} | content is missing",
                "{\"content\":\"\"} | uri is missing",
                "{\"content\":\"\",\"uri\":\"u\",\"created_at\":\"soon\"} | created_at is no time",
                "{\"content\":\"\",\"uri\":\"u\",\"created_at\":\"2026-11-30T11:00:00Z\"} | acct is missing"
            })
    void saysWhatIsMissing(String status, String reason) {
        assertThatThrownBy(() -> read(status))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource({"9,10", "0,1", "a9,b0", "'',0", "99,01A"})
    void idsAreComparedByLengthAndThenByText(String older, String newer) {
        assertThat(new StatusPosition(older)).isLessThan(new StatusPosition(newer));
    }

    private static Tweet read(String status) throws Exception {
        JsonNode json = new ObjectMapper().readTree(status);
        return new MastodonStatusReader(new ServerTerms("home.example")).read(json, NOW);
    }
}
