package io.hashlake.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.hashlake.text.Tokens.Kind;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '`', textBlock = """
            don't stop, bem-vindo!! => WORD don't|WORD stop|PUNCTUATION ,|WORD bem-vindo|PUNCTUATION !!
            RT @who/list: see https://t.co/aB1. => WORD RT|MENTION @who/list|PUNCTUATION :|WORD see|URL https://t.co/aB1|PUNCTUATION .
            #Saúde #2 #covid19 a#b => HASHTAG #Saúde|PUNCTUATION #|NUMBER 2|HASHTAG #covid19|WORD a|PUNCTUATION #|WORD b
            great :-) <3 xD (: kkk:) => WORD great|EMOTICON :-)|EMOTICON <3|EMOTICON xD|EMOTICON (:|WORD kkk|EMOTICON :)
            at 10:30, 1,000.50 or 2nd => WORD at|NUMBER 10:30|PUNCTUATION ,|NUMBER 1,000.50|WORD or|WORD 2nd
            #top1️⃣ #1️⃣ => HASHTAG #top|EMOJI 1️⃣|PUNCTUATION #|EMOJI 1️⃣
            love😍you👍🏽 => WORD love|EMOJI 😍|WORD you|EMOJI 👍🏽
            me@mail.com e obrigado.me => WORD me|PUNCTUATION @|WORD mail|PUNCTUATION .|WORD com|WORD e|WORD obrigado|PUNCTUATION .|WORD me
            www.globo.com.br, bit.ly/x1 g1.com => URL www.globo.com.br|PUNCTUATION ,|URL bit.ly/x1|URL g1.com
            (see: http://a.b/c_(d)) and/or => PUNCTUATION (|WORD see|PUNCTUATION :|URL http://a.b/c_(d)|PUNCTUATION )|WORD and|PUNCTUATION /|WORD or
            """)
    void takesATextApart(String text, String expected) {
        assertThat(described(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "😀",
                "👍🏽",
                "👨‍👩‍👧‍👦",
                "🏳️‍🌈",
                "🏴‍☠️",
                "🇧🇷",
                "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
                "1️⃣",
                "#️⃣",
                "*⃣",
                "❤️",
                "❤",
                "☝🏿",
                "©️",
                "👩🏾‍⚕️",
                "❤️‍🔥",
                "🧑🏻‍❤️‍💋‍🧑🏿",
                "🫠",
                "⬅️",
                "㊗️",
                "🤝"
            })
    void takesAnEmojiAsItIsSeen(String emoji) {
        assertThat(described("a" + emoji + emoji + "!"))
                .isEqualTo("WORD a|EMOJI %1$s|EMOJI %1$s|PUNCTUATION !".formatted(emoji));
    }

    @ParameterizedTest
    @ValueSource(strings = {"©", "™", "❤︎", "★", "1", "#", "🇧", "→"})
    void takesNoSignOfTextForAnEmoji(String sign) {
        assertThat(kinds(sign)).doesNotContain(Kind.EMOJI);
    }

    @Property(tries = 3000)
    void losesNothingThatIsSeenWhateverTheText(@ForAll("texts") String text) {
        Tokens tokens = Tokens.of(text);

        int at = 0;
        for (int token = 0; token < tokens.count(); token++) {
            assertThat(text.substring(at, tokens.start(token)).codePoints())
                    .allMatch(c -> Characters.isSpace(c) || Characters.isInvisible(c));
            assertThat(tokens.end(token)).isGreaterThan(tokens.start(token));
            at = tokens.end(token);
        }
        assertThat(text.substring(at).codePoints()).allMatch(c -> Characters.isSpace(c) || Characters.isInvisible(c));
    }

    /** What takes the square of a text's length takes minutes for these. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.", "(", "#", "@", "a-", "http://", ":-", "1️⃣", "1-", "👨‍", "&", "1.", "a@", "www.", "RT @", "<a "
            })
    @Timeout(10)
    void takesTimeThatGrowsWithTheTextAlone(String part) {
        String text = part.repeat(200_000);
        assertThat(Tokens.of(text).count()).isPositive();
        assertThat(CleanText.of(Tokens.of(PlainText.of(text))).text()).hasSizeLessThanOrEqualTo(2 * text.length());
    }

    @Provide
    static Arbitrary<String> texts() {
        Arbitrary<String> anything = Arbitraries.strings().ofMaxLength(60);
        Arbitrary<String> pieces = Arbitraries.of(
                "@", "#", "http://", "www.", ".", "com", "/", ":", "-", ")", "(", "'", "1", "a", "é", " ", "\n",
                "\u200D", "\uFE0F", "\u20E3", "😀", "🏽", "🇧", "\uD83D", "\uDE00", "\u0000", "&", "RT", "_", "日", "ا",
                "\u0301", "𝒜", "󠁧", "<3", "ツ");
        return Arbitraries.oneOf(anything, pieces.list().ofMaxSize(25).map(list -> String.join("", list)));
    }

    private static String described(String text) {
        Tokens tokens = Tokens.of(text);
        return IntStream.range(0, tokens.count())
                .mapToObj(token -> tokens.kind(token) + " " + tokens.text(token))
                .collect(Collectors.joining("|"));
    }

    static List<Kind> kinds(String text) {
        Tokens tokens = Tokens.of(text);
        return IntStream.range(0, tokens.count()).mapToObj(tokens::kind).toList();
    }
}
