package io.hashlake.x.query;

import static io.hashlake.tweet.TweetSamples.tweet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.hashlake.tweet.Hashtag;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchQueryTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "#covid19                              | covid19",
                "＃Covid19                             | covid19",
                "#a OR #b or #A                        | a,b",
                "#a -#b                                | a",
                "#a -(#b OR (#c #d)) #e                | a,e",
                "-(#a) (#b -(#c) #d)                   | b,d",
                "(#a OR #b) lang:pt -is:retweet        | a,b",
                "\"not #this\" #that url:\"x #other\"  | that",
                "#saúde #日本語 #héllo_1                | saúde,日本語,héllo_1",
                "from:#nobody a#b # #                  | ``",
                "covid                                 | ``",
                "#a) #b                                | a,b"
            })
    void findsTheHashtagsItAsksFor(String text, String expected) {
        List<String> canonical = new SearchQuery(text)
                .hashtags().stream().map(Hashtag::canonical).toList();

        assertThat(canonical)
                .isEqualTo(Arrays.stream(expected.split(","))
                        .filter(tag -> !tag.isEmpty())
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"#a", "#a OR #b", "(#a OR #b) OR (#c)", "((#a))", "  #a  OR #ü "})
    void isPackableWithNothingButAlternatives(String text) {
        assertThat(new SearchQuery(text).isPackable()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#a #b",
                "#a or #b",
                "-#a",
                "#a OR -#b",
                "#a OR word",
                "(#a OR #b",
                "#a OR #b)",
                ")#a(",
                "OR",
                "#a OR",
                "OR #a",
                "()",
                "#a OR ()",
                "(#a)(#b)",
                "#a lang:pt",
                "\"#a\"",
                "#"
            })
    void isNotPackableWithAnythingElse(String text) {
        assertThat(new SearchQuery(text).isPackable()).isFalse();
    }

    @Test
    void matchesWhateverXsSearchFinds() {
        assertThat(new SearchQuery("#saude").matches(tweet(1, "Saúde"))).isTrue();
        assertThat(new SearchQuery("#saúde OR #x").matches(tweet(1, "y", "SAUDE")))
                .isTrue();
        assertThat(new SearchQuery("#saude").matches(tweet(1, "saudes"))).isFalse();
        assertThat(new SearchQuery("saude").matches(tweet(1, "saude"))).isFalse();
    }

    @Test
    void countsCharactersAsCodePoints() {
        String faces = "😀".repeat(512);

        assertThat(new SearchQuery(faces).text()).isEqualTo(faces);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SearchQuery(faces + "a"))
                .withMessageContaining("513")
                .withMessageContaining("512");
        assertThat(new SearchQuery("a".repeat(4096), 4096).text()).hasSize(4096);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t", "#a\n#b", "#a\u0000", "#a\u0085"})
    void refusesBlanksAndControlCharacters(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new SearchQuery(text));
    }

    @Property
    void takesOrRefusesAnyTextWithoutSurprise(@ForAll @StringLength(max = 60) String text) {
        try {
            SearchQuery query = new SearchQuery(text);
            assertThat(query.isPackable() && query.hashtags().isEmpty()).isFalse();
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageContaining("quer");
        }
    }
}
