package io.hashlake.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.hashlake.tweet.Tweet;
import org.junit.jupiter.api.Test;

class TweetJsonTest {

    private static final JsonMapper READER =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    @Test
    void isReadBackAsTheSameTweet() throws Exception {
        Tweet tweet = Tweets.complete(5, "nul \u0000 half \uD83D whole \uD83D\uDE37 é \"\\\n");
        String json = TweetJson.write(tweet);

        assertThat(json).doesNotContain("\n").contains("\"observedAt\":\"2026-03-01T12:01:00.123456Z\"");
        assertThat(READER.readValue(json, Tweet.class)).isEqualTo(tweet);
    }

    @Test
    void writesWhatIsNotGivenAsNull() throws Exception {
        Tweet tweet = Tweets.plain(5);
        assertThat(READER.readValue(TweetJson.write(tweet), Tweet.class)).isEqualTo(tweet);
    }
}
