package io.hashlake.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.hashlake.tweet.Sentiment;
import io.hashlake.tweet.TextAnalysis;
import io.hashlake.tweet.TweetSamples;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextAnalyzerTest {

    private final TextAnalyzer analyzer = new TextAnalyzer(text -> "xx", SentimentScorer.NONE);

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '`', textBlock = """
            Olá, MUNDO! Ação já => Olá, MUNDO! Ação já
            see https://t.co/aB1, or www.x.com/y => see , or
            RT @ana: bom dia @bia! => bom dia !
            rt @ana bom => bom
            @ana, @bia: bom dia => bom dia
            eu:@ana:bom => eu: bom
            The RT button => The RT button
            #Saúde é vida (#covid19) => Saúde é vida (covid19)
            say "#now" or (see) #then => say "now" or (see) then
            bom😀dia ❤️ => bom dia
            Tom &amp; Jerry &lt;3 &quot;ok&quot; &#39;x&#39; => Tom & Jerry <3 "ok" 'x'
            &amp;lt; is written &lt;b&gt; => &lt; is written <b>
            a<br/>b <b>bold</b> <a href="x" rel=y>link</a> 1<2 <3 => a b bold link 1<2 <3
            AT&T ?a=1&copy=2 => AT&T ?a=1&copy=2
            """)
    void cleansAText(String text, String expected) {
        assertThat(analyse(text).cleanText()).isEqualTo(expected);
    }

    @Test
    void takesOutWhatIsNotSeenAndMakesWhiteSpaceSingle() {
        assertThat(analyse(" a\u200Bb\u00AD\u202Ec\uFEFF \t\r\n d\u00A0\u3000e\u0000\u0007f\uD800 \u2028g ")
                        .cleanText())
                .isEqualTo("abc d ef g");
    }

    @Test
    void keepsEmojisApartAsTheyAreSeen() {
        assertThat(analyse("a 👨‍👩‍👧👍🏽 🇧🇷🇵🇹1️⃣ b 😀😀").emojis())
                .containsExactly("👨‍👩‍👧", "👍🏽", "🇧🇷", "🇵🇹", "1️⃣", "😀", "😀");
    }

    @Test
    void emptyIsWhatHoldsNothingButAddresses() {
        assertThat(analyse("https://t.co/x @ana 😀").cleanText()).isEmpty();
        assertThat(analyse("")).isEqualTo(new TextAnalysis("", List.of(), "en", null));
    }

    @ParameterizedTest
    @CsvSource({
        "pt, pt",
        "pt-BR, pt",
        "PT_br, pt",
        "in, id",
        "iw, he",
        "und, xx",
        "qme, xx",
        "qst, xx",
        "zxx, xx",
        "art, xx",
        "'', xx",
        ", xx"
    })
    void believesXWhereItKnowsTheLanguage(String given, String expected) {
        assertThat(analyzer.analyse(TweetSamples.written("text", given)).language())
                .isEqualTo(expected);
    }

    @Test
    void asksForTheMoodOfTheTextAsItWasSeen() {
        Sentiment good = new Sentiment(1, 1, Sentiment.Label.POSITIVE);
        SentimentScorer scorer = (text, language) ->
                text.text().equals("@ana good & #great 😀 https://t.co/x") && language.equals("en") ? good : null;

        TextAnalysis analysis = new TextAnalyzer(LanguageDetector.NONE, scorer)
                .analyse(TweetSamples.written("@ana good &amp; #great\u200B 😀 https://t.co/x", "en"));

        assertThat(analysis.sentiment()).isEqualTo(good);
    }

    @Test
    void asksForNoMoodWhereTheLanguageIsNotKnown() {
        SentimentScorer scorer = (text, language) -> {
            throw new AssertionError("asked for " + language);
        };
        assertThat(new TextAnalyzer(LanguageDetector.NONE, scorer)
                        .analyse(TweetSamples.written("text", "und"))
                        .sentiment())
                .isNull();
    }

    @Property(tries = 3000)
    void leavesNoMentionEmojiOrInvisibleCharacterWhateverTheText(@ForAll("texts") String text) {
        String clean = analyse(text).cleanText();

        assertThat(clean).isEqualTo(clean.strip()).doesNotContain("  ");
        assertThat(clean.codePoints()).noneMatch(c -> Characters.isInvisible(c) || c != ' ' && Characters.isSpace(c));
        assertThat(TokensTest.kinds(clean)).doesNotContain(Tokens.Kind.EMOJI);
        // What stood beside something that was taken out may look like a mention now, but was none.
        List<String> taken = mentions(PlainText.of(text));
        assertThat(mentions(clean)).noneMatch(taken::contains);
    }

    private static List<String> mentions(String text) {
        Tokens tokens = Tokens.of(text);
        return IntStream.range(0, tokens.count())
                .filter(token -> tokens.kind(token) == Tokens.Kind.MENTION)
                .mapToObj(tokens::text)
                .toList();
    }

    @Provide
    static Arbitrary<String> texts() {
        return TokensTest.texts();
    }

    private TextAnalysis analyse(String text) {
        return analyzer.analyse(TweetSamples.written(text, "en"));
    }
}
