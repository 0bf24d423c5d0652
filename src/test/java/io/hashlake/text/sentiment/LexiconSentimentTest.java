package io.hashlake.text.sentiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.hashlake.text.Tokens;
import io.hashlake.tweet.Sentiment;
import io.hashlake.tweet.Sentiment.Label;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LexiconSentimentTest {

    private static final LexiconSentiment SENTIMENT = LexiconSentiment.load();

    @ParameterizedTest
    @CsvSource({
        "en, I love this song it is so beautiful ❤️, POSITIVE",
        "en, Worst service ever I hate waiting, NEGATIVE",
        "en, The meeting starts on Tuesday at 10, NEUTRAL",
        "pt, Que apresentação maravilhosa amei demais ❤️, POSITIVE",
        "pt, Que programa horrível odeio esse apresentador, NEGATIVE",
        "es, Me encanta esta canción es preciosa ❤️, POSITIVE",
        "es, Qué asco de día odio los lunes, NEGATIVE"
    })
    void tellsTheMood(String language, String text, Label label) {
        Sentiment sentiment = SENTIMENT.score(Tokens.of(text), language);
        assertThat(sentiment.label()).isEqualTo(label);
        assertThat(Math.signum(sentiment.polarity()))
                .satisfiesAnyOf(sign -> assertThat(label).isEqualTo(Label.NEUTRAL), sign -> assertThat(sign)
                        .isEqualTo(label.ordinal() - 1));
    }

    @Test
    void callsOpinionsMoreSubjectiveThanNews() {
        Sentiment opinion = SENTIMENT.score(Tokens.of("I love this song it is so beautiful"), "en");
        Sentiment news = SENTIMENT.score(Tokens.of("The meeting starts on Tuesday at 10"), "en");
        assertThat(opinion.subjectivity()).isGreaterThan(news.subjectivity());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "@somebody", "https://example.org/great", "."})
    void isNeutralWhereNothingIsSaid(String text) {
        assertThat(SENTIMENT.score(Tokens.of(text), "en")).isEqualTo(new Sentiment(0, 0, Label.NEUTRAL));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"de", "ja", "und", "", "EN"})
    void isNullWithoutALexicon(String language) {
        assertThat(SENTIMENT.score(Tokens.of("great"), language)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"en, 0.67", "pt, 0.60", "es, 0.55"})
    void agreesWithPeopleAsOftenAsIsWrittenDown(String language, double leastMacroF1) {
        assumeThat(Umsab.isThere())
                .as("the labelled posts lie in ../shared/text/umsab")
                .isTrue();
        assertThat(Umsab.confusion(language, SENTIMENT).macroF1()).isGreaterThanOrEqualTo(leastMacroF1);
    }
}
