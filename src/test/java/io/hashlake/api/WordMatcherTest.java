package io.hashlake.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordMatcherTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "vacina|-|A Vacina, vacinas|Vacina",
                "hoje vacina|-|vacina (hoje)|vacina hoje",
                "-|boa vacina|Boa: VACINA!|Boa: VACINA",
                "-|boa vacina|vacina boa|''",
                "-|a b a|a b a b a|a b a b a",
                "vacina|boa vacina|boa vacina|boa vacina",
                "strasse|-|die Straße|Straße",
                "abc12|-|ＡＢＣ１２|ＡＢＣ１２",
                "漢字|-|漢字|漢字",
                "x|-|nothing|''"
            })
    void matchesAreWholeWordsInTheirFoldedForms(String words, String phrase, String text, String expected) {
        List<String> found = new WordMatcher(words, phrase)
                .matches(text).stream()
                        .map(span -> text.substring(span.start(), span.end()))
                        .toList();

        assertThat(String.join(" ", found)).isEqualTo(expected);
    }
}
