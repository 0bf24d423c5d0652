package io.hashlake.text.sentiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.hashlake.text.Tokens;
import io.hashlake.tweet.Sentiment;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;

class LexiconSentimentPropertyTest {

    private static final LexiconSentiment SENTIMENT = LexiconSentiment.load();

    @Property
    void scoresAnyString(@ForAll @StringLength(max = 400) String text, @ForAll("languages") String language) {
        scoresWithinRangeAndAlwaysAlike(text, language);
    }

    @Property
    void scoresAnyPost(@ForAll("posts") String text, @ForAll("languages") String language) {
        scoresWithinRangeAndAlwaysAlike(text, language);
    }

    private static void scoresWithinRangeAndAlwaysAlike(String text, String language) {
        Sentiment sentiment = SENTIMENT.score(Tokens.of(text), language);
        assertThat(sentiment.polarity()).isBetween(-1.0, 1.0);
        assertThat(sentiment.subjectivity()).isBetween(0.0, 1.0);
        assertThat(sentiment.label()).isNotNull();
        assertThat(SENTIMENT.score(Tokens.of(text), language)).isEqualTo(sentiment);
    }

    @Provide
    Arbitrary<String> languages() {
        return Arbitraries.of(LexiconSentiment.LANGUAGES);
    }

    /** Long runs of what the rules and the scanner look for. */
    @Provide
    Arbitrary<String> posts() {
        return Arbitraries.of(
                        "not",
                        "very",
                        "but",
                        "GOOD",
                        "bad",
                        "não",
                        "muito",
                        "mas",
                        "no",
                        "muy",
                        "pero",
                        "#",
                        "#aBc",
                        "_",
                        "-",
                        "'",
                        "!",
                        "?",
                        " ",
                        "\n",
                        "😍",
                        "👩‍❤️‍👩",
                        "\uD83D",
                        "\uDE00",
                        "\u0301",
                        "\u200D",
                        ":)",
                        "kkkkkk",
                        "a",
                        "A",
                        "9",
                        "@x",
                        "’",
                        "kind",
                        "of",
                        "sin",
                        "embargo",
                        "#ilovethisgame",
                        "lovelovelove",
                        "\u0130",
                        "ß",
                        "ﬁ",
                        "中")
                .list()
                .ofMaxSize(120)
                .map(parts -> String.join("", parts));
    }
}
