package io.hashlake.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.hashlake.tweet.Tweet;
import io.hashlake.warehouse.sink.Tweets;
import org.junit.jupiter.api.Test;

class TweetJsonTest {

    private final ObjectMapper json = TweetJson.mapper();

    @Test
    void isReadBackAsTheSameTweet() throws Exception {
        Tweet tweet = Tweets.complete(5, "nul \u0000 half \uD83D whole \uD83D\uDE37 é \"\\\n");
        String written = json.writeValueAsString(tweet);

        assertThat(written).doesNotContain("\n").contains("\"observedAt\":\"2026-03-01T12:01:00.123456Z\"");
        assertThat(json.readValue(written, Tweet.class)).isEqualTo(tweet);
    }

    @Test
    void whatIsNotGivenStaysSo() throws Exception {
        Tweet tweet = Tweets.plain(5);
        assertThat(json.readValue(json.writeValueAsString(tweet), Tweet.class)).isEqualTo(tweet);
    }
}
