package io.hashlake.simulator.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.hashlake.simulator.world.Folding;
import io.hashlake.simulator.world.PostKind;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryParserTest {

    private static ParsedQuery parse(String query) {
        return QueryParser.parse(query, Folding.SEARCH);
    }

    @Test
    void bindsSpacesCloserThanOr() {
        ParsedQuery a = new ParsedQuery.Hashtag("a");
        ParsedQuery b = new ParsedQuery.Hashtag("b");
        ParsedQuery c = new ParsedQuery.Hashtag("c");

        assertThat(parse("#a #b OR #c")).isEqualTo(new ParsedQuery.Or(List.of(new ParsedQuery.And(List.of(a, b)), c)));
        assertThat(parse("#a (#b OR #c)"))
                .isEqualTo(new ParsedQuery.And(List.of(a, new ParsedQuery.Or(List.of(b, c)))));
    }

    @Test
    void readsEveryKindOfTerm() {
        assertThat(parse("＃Saúde @ana_1 café \"boa  Notícia\" lang:pt from:Ana_1 is:quote -is:retweet -(x)"))
                .isEqualTo(new ParsedQuery.And(List.of(
                        new ParsedQuery.Hashtag("saude"),
                        new ParsedQuery.Mention("ana_1"),
                        new ParsedQuery.Words(" cafe "),
                        new ParsedQuery.Words(" boa noticia "),
                        new ParsedQuery.Written("pt"),
                        new ParsedQuery.From("Ana_1"),
                        new ParsedQuery.Is(PostKind.QUOTE),
                        new ParsedQuery.Not(new ParsedQuery.Is(PostKind.REPOST)),
                        new ParsedQuery.Not(new ParsedQuery.Words(" x ")))));
    }

    @Test
    void takesAHyphenInsideAWordForAPartOfIt() {
        assertThat(parse("covid-19")).isEqualTo(new ParsedQuery.Words(" covid 19 "));
    }

    @Test
    void tellsWhichHashtagsEveryMatchMustHave() {
        assertThat(parse("lang:pt (#a OR (#b x))").requiredHashtags()).contains(Set.of("a", "b"));
        assertThat(parse("#a OR x").requiredHashtags()).isEmpty();
        assertThat(parse("x -#a").requiredHashtags()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "(",
                "#a)",
                "(#a",
                "#a OR",
                "OR #a",
                "#",
                "#a-b",
                "\"open",
                "\"\"",
                "()",
                "-",
                "@",
                "lang:EN a",
                "from: a",
                "is:nice a",
                "has:media a",
                "lang:pt",
                "-#a",
                "#a OR -#b",
                "-(#a #b)",
                "is:retweet"
            })
    void refusesWhatItCannotRead(String query) {
        assertThatIllegalArgumentException().isThrownBy(() -> parse(query));
    }

    @Test
    void refusesNestingWithoutEnd() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parse("(".repeat(255) + "a" + ")".repeat(255)))
                .withMessageContaining("levels");
    }

    @Property
    void readsOrRefusesAnything(
            @ForAll
                    @StringLength(max = 60)
                    @Chars({'#', '"', '(', ')', '-', ' ', 'O', 'R', ':', '@', 'é'})
                    @CharRange(from = 'a', to = 'f')
                    String query) {
        assertThatCode(() -> {
                    try {
                        parse(query);
                    } catch (IllegalArgumentException e) {
                        assertThat(e.getMessage()).isNotBlank();
                    }
                })
                .doesNotThrowAnyException();
    }
}
