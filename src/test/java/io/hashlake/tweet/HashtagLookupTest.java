package io.hashlake.tweet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class HashtagLookupTest {

    private final HashtagLookup index = new HashtagLookup(hashtags("Java", "saúde", "saude", "covid19"));

    @Test
    void findsThoseThatSearchTakesForTheSameInTheirOwnOrder() {
        assertThat(index.canonicalOf(hashtags("covid19", "SAÚDE", "music")))
                .containsExactly("saúde", "saude", "covid19");
        assertThat(index.canonicalOf(hashtags("music"))).isEmpty();
        assertThat(index.canonicalOf(List.of())).isEmpty();
    }

    @Test
    void tellsWhetherThereIsAny() {
        assertThat(index.hasAnyOf(hashtags("music", "JAVA"))).isTrue();
        assertThat(index.hasAnyOf(hashtags("music"))).isFalse();
        assertThat(index.isEmpty()).isFalse();
        assertThat(new HashtagLookup(List.of()).isEmpty()).isTrue();
    }

    @Test
    void hangulMayBeLongerInItsSearchFormThanAHashtagMayBe() {
        String longest = "한".repeat(Hashtag.MAX_LENGTH);

        assertThat(new HashtagLookup(hashtags(longest)).hasAnyOf(hashtags(longest)))
                .isTrue();
    }

    private static List<Hashtag> hashtags(String... texts) {
        return Arrays.stream(texts).map(Hashtag::of).toList();
    }
}
