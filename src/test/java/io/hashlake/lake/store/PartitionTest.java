package io.hashlake.lake.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hashlake.tweet.TweetArbitraries;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartitionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "covid19|covid19",
                "saúde|saúde",
                "😀|😀",
                "a/b|a%2Fb",
                "100%|100%25",
                "a=b:c|a%3Db%3Ac",
                "x_y|x_y",
                "null|%6Eull",
                "nullable|nullable"
            })
    void escapesWhatHiveEscapes(String hashtag, String name) {
        assertThat(new Partition(hashtag, 0).path()).isEqualTo("tweets/hashtag=" + name + "/dt=1970-01-01/");
    }

    @Property
    void canBeReadBack(@ForAll("values") String value) {
        String escaped = Partition.escape(value);

        assertThat(escaped).doesNotContain("/", "=", "\n", "\"");
        // '+' is the one character that an URL decodes and Hive does not.
        assertThat(URLDecoder.decode(escaped.replace("+", "%2B"), StandardCharsets.UTF_8))
                .isEqualTo(value);
    }

    @Property
    void isFoundAgainByTheKeyOfItsFile(@ForAll("hashtags") String hashtag) {
        Partition partition = new Partition(hashtag, 20_000);

        assertThat(Partition.holding(partition.path() + "file")).contains(partition);
    }

    @Provide
    Arbitrary<String> hashtags() {
        return TweetArbitraries.texts().filter(text -> text.length() <= 80);
    }

    @ParameterizedTest
    @ValueSource(strings = {"raw/source=x/dt=2024-10-04/file", "tweets/hashtag=x/dt=2024-13-04/file", "tweets/file"})
    void holdsNoFileElsewhere(String key) {
        assertThat(Partition.holding(key)).isEmpty();
    }

    @Provide
    Arbitrary<String> values() {
        return TweetArbitraries.texts();
    }

    @Test
    void standsForNoHashtagWithHivesNull() {
        assertThat(new Partition("", 20_000).path())
                .isEqualTo("tweets/hashtag=__HIVE_DEFAULT_PARTITION__/dt=2024-10-04/");
    }

    @Test
    void refusesAHashtagThatIsTooLongForADirectory() {
        assertThat(new Partition("語".repeat(82), 0).path()).startsWith("tweets/hashtag=語");
        assertThatThrownBy(() -> new Partition("語".repeat(83), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("257 bytes");
    }
}
