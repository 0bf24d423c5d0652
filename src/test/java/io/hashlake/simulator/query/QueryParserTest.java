package io.hashlake.simulator.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.hashlake.simulator.world.Folding;
import io.hashlake.simulator.world.Kind;
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

    private static Query parse(String query) {
        return QueryParser.parse(query, Folding.SEARCH);
    }

    @Test
    void bindsSpacesCloserThanOr() {
        Query a = new Query.Hashtag("a");
        Query b = new Query.Hashtag("b");
        Query c = new Query.Hashtag("c");

        assertThat(parse("#a #b OR #c")).isEqualTo(new Query.Or(List.of(new Query.And(List.of(a, b)), c)));
        assertThat(parse("#a (#b OR #c)")).isEqualTo(new Query.And(List.of(a, new Query.Or(List.of(b, c)))));
    }

    @Test
    void readsEveryKindOfTerm() {
        assertThat(parse("＃Saúde @ana_1 café \"boa  Notícia\" lang:pt from:Ana_1 is:quote -is:retweet -(x)"))
                .isEqualTo(new Query.And(List.of(
                        new Query.Hashtag("saude"),
                        new Query.Mention("ana_1"),
                        new Query.Words(" cafe "),
                        new Query.Words(" boa noticia "),
                        new Query.Written("pt"),
                        new Query.From("Ana_1"),
                        new Query.Is(Kind.QUOTE),
                        new Query.Not(new Query.Is(Kind.REPOST)),
                        new Query.Not(new Query.Words(" x ")))));
    }

    @Test
    void takesAHyphenInsideAWordForAPartOfIt() {
        assertThat(parse("covid-19")).isEqualTo(new Query.Words(" covid 19 "));
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
