package io.hashlake.kinesis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hashlake.tweet.Field;
import io.hashlake.tweet.Tweet;
import io.hashlake.tweet.TweetArbitraries;
import io.hashlake.tweet.TweetFields;
import io.hashlake.tweet.TweetSamples;
import java.io.IOException;
import java.util.Iterator;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordParserTest {

    /** A row holds one reference of each kind, as in the lake. */
    @Property(tries = 100)
    void aPostComesBackWithAllItsColumns(@ForAll("tweets") Tweet tweet) {
        byte[] record = RecordWriter.write(tweet);

        assertThat(RecordWriter.write(RecordParser.read(record))).isEqualTo(record);
    }

    @Provide
    Arbitrary<Tweet> tweets() {
        return TweetArbitraries.tweets();
    }

    @Test
    void aPostComesBackAsItWas() {
        Tweet tweet = TweetSamples.tweet(1_990_000_000_000_000_000L, "Climate", "saúde");

        assertThat(RecordParser.read(RecordWriter.write(tweet))).isEqualTo(tweet);
    }

    /** The SerDe of Firehose finds them by name, and Glue's table declares times as numbers. */
    @Test
    void aRecordHasTheColumnsOfTheLake() throws IOException {
        JsonNode record = new ObjectMapper().readTree(RecordWriter.write(TweetSamples.tweet(7, "climate")));

        assertThat(TweetFields.ALL).extracting(Field::name).containsAll(names(record));
        assertThat(record.get("id").longValue()).isEqualTo(7);
        assertThat(record.get("observed_at").longValue()).isEqualTo(1_795_348_800_000_000L);
        assertThat(record.get("hashtags").get(0).textValue()).isEqualTo("climate");
        assertThat(record.has("client")).isFalse();
    }

    private static Iterable<String> names(JsonNode record) {
        return () -> (Iterator<String>) record.fieldNames();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "no JSON; the record is no JSON",
                "[1]; the record is no JSON object",
                "''; the record is no JSON object",
                "{}; id is missing",
                "{\"id\": \"7\"}; id is no whole number",
                "{\"id\": 7, \"created_at\": 1}; text is missing",
                "{\"id\": 7, \"created_at\": 1, \"text\": 5}; text is no text",
                "{\"id\": 7, \"created_at\": 1, \"text\": \"\", \"author_id\": -1}; user id is -1",
                "{\"id\": 7, \"created_at\": 1, \"text\": \"\", \"author_id\": 1, \"hashtags\": 3}; hashtags is no list",
            })
    void whatIsNoPostIsRefusedWithTheReason(String record, String reason) {
        assertThatThrownBy(() -> RecordParser.read(record.getBytes(UTF_8)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }
}
