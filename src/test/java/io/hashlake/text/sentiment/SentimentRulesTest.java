package io.hashlake.text.sentiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.hashlake.text.Tokens;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentimentRulesTest {

    private static final Map<String, WordReader> READERS = LexiconSentiment.LANGUAGES.stream()
            .collect(Collectors.toMap(language -> language, language -> new WordReader(LexiconReader.read(language))));

    @ParameterizedTest
    @CsvSource({
        "en, The concert was wonderful",
        "en, :-)",
        "en, 😍",
        "en, 👍🏽",
        "pt, O show foi maravilhoso",
        "pt, que jogo lindoooooo",
        "pt, kkkkkkkkkkk",
        "es, El concierto fue maravilloso",
        "es, jajajajajaja",
        "es, :)))))"
    })
    void praisesWithAGoodWordOrSign(String language, String text) {
        assertThat(polarity(language, text)).isGreaterThan(0.1f);
    }

    @ParameterizedTest
    @CsvSource({
        "en, The concert was terrible",
        "en, :-(",
        "en, 😡",
        "pt, O show foi horrível",
        "pt, que coisa horrivel",
        "es, El concierto fue horrible",
        "es, qué asco",
        "es, 💔"
    })
    void blamesWithABadWordOrSign(String language, String text) {
        assertThat(polarity(language, text)).isLessThan(-0.1f);
    }

    @ParameterizedTest
    @CsvSource({
        "en, The train leaves the station at ten",
        "pt, O trem parte da estação às dez",
        "es, El tren parte de la estación a las diez",
        "en, ''"
    })
    void isNeutralWithoutAnOpinion(String language, String text) {
        assertThat(polarity(language, text)).isZero();
        assertThat(opinions(language, text).subjectivity()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "en, this is good, this is not good",
        "en, this is good, this isn't good",
        "en, this is good, this isn’t really good",
        "pt, é maravilhoso, não é maravilhoso",
        "pt, gostei do filme, nao gostei do filme",
        "es, es maravilloso, no es maravilloso",
        "es, es maravilloso, nunca es maravilloso"
    })
    void turnsAroundWhatIsNegated(String language, String text, String negated) {
        assertThat(polarity(language, text)).isPositive();
        assertThat(polarity(language, negated)).isNegative();
    }

    @ParameterizedTest
    @CsvSource({"en, 'No, this is good'", "pt, 'Não, é maravilhoso'", "es, 'No, es maravilloso'"})
    void negatesNothingBeyondAComma(String language, String text) {
        assertThat(polarity(language, text)).isPositive();
    }

    @ParameterizedTest
    @CsvSource({
        "en, a good day, a very good day",
        "en, a slightly good day, a good day",
        "pt, um filme lindo, um filme muito lindo",
        "pt, gostei, gostei muito",
        "pt, um filme meio lindo, um filme lindo",
        "es, una película bonita, una película muy bonita",
        "es, una película casi bonita, una película bonita",
        "en, a good day, a GOOD day",
        "pt, um filme lindo, um filme LINDO",
        "es, una película bonita, una película BONITA",
        "en, a good day, a good day!",
        "pt, um filme lindo!, um filme lindo!!!",
        "es, una película bonita, ¡una película bonita!"
    })
    void strengthensByBoostersCapitalsAndExclamationMarks(String language, String weaker, String stronger) {
        assertThat(polarity(language, stronger)).isGreaterThan(polarity(language, weaker));
    }

    @ParameterizedTest
    @CsvSource({
        "en, a bad day, a very bad day!",
        "pt, que dia horrível, que dia HORRÍVEL",
        "es, un día triste, un día muy triste"
    })
    void strengthensBlameToo(String language, String weaker, String stronger) {
        assertThat(polarity(language, stronger)).isLessThan(polarity(language, weaker));
    }

    @ParameterizedTest
    @CsvSource({
        "en, the food was great but the service was horrible, the service was horrible but the food was great",
        "pt, o elenco é ótimo mas o roteiro é horrível, o roteiro é horrível mas o elenco é ótimo",
        "es, el actor es genial pero la historia es horrible, la historia es horrible pero el actor es genial"
    })
    void weighsWhatComesAfterButMore(String language, String endsBadly, String endsWell) {
        assertThat(polarity(language, endsBadly)).isNegative();
        assertThat(polarity(language, endsWell)).isPositive();
    }

    @ParameterizedTest
    @CsvSource({
        "en, that party was the bomb, 1",
        "en, it was a kiss of death for the band, -1",
        "pt, ninguém merece, -1",
        "pt, o cantor mandou bem, 1",
        "es, la cena estuvo de puta madre, 1",
        "es, estoy hasta los huevos, -1"
    })
    void knowsIdioms(String language, String text, int sign) {
        assertThat(Math.signum(polarity(language, text))).isEqualTo(sign);
    }

    @ParameterizedTest
    @CsvSource({
        "en, #WorstDayEver, -1",
        "en, #ilovethisgame, 1",
        "en, #happy_birthday2024, 1",
        "en, #notgood, -1",
        "pt, #MelhorShowDoAno, 1",
        "pt, #foragolpistas, -1",
        "pt, #QueVergonha, -1",
        "es, #FelizDomingo, 1",
        "es, #nomegusta, -1"
    })
    void splitsHashtagsIntoWords(String language, String hashtag, int sign) {
        assertThat(Math.signum(polarity(language, hashtag))).isEqualTo(sign);
    }

    private static float polarity(String language, String text) {
        return opinions(language, text).polarity();
    }

    private static Opinions opinions(String language, String text) {
        return SentimentRules.opinions(READERS.get(language).read(Tokens.of(text)));
    }
}
