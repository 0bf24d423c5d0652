package io.hashlake.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenNlpDetectorTest {

    private static final OpenNlpDetector DETECTOR =
            new OpenNlpDetector(List.of("en", "pt", "es", "fr", "zh", "fa", "no"));

    @ParameterizedTest
    @CsvSource(delimiterString = " | ", textBlock = """
            The vaccine arrived today and everybody is happy | en
            A vacina chegou hoje e todo mundo está feliz | pt
            La vacuna llegó hoy y todo el mundo está feliz | es
            Le vaccin est arrivé aujourd'hui et tout le monde est content | fr
            我们今天很高兴因为天气非常好大家都去公园玩了一整天 | zh
            """)
    void tellsTheLanguageOfASentence(String text, String language) {
        assertThat(DETECTOR.detect(text)).isEqualTo(language);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "bom dia",
                "12345 67890 !!! ??? 12345 67890",
                "kkkkkkkkkkkkkk hahahahahaha",
                "Ez egy nagyon szép nap volt ma mindenkinek",
                "\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00"
            })
    void saysNothingRatherThanSomethingWrong(String text) {
        assertThat(DETECTOR.detect(text)).isNull();
    }

    @Test
    void expectsNoLanguageWhereNoneIsNamed() {
        assertThat(new OpenNlpDetector(List.of()).detect("The vaccine arrived today and everybody is happy"))
                .isNull();
    }

    @Test
    void answersManyThreadsAtOnce() {
        OpenNlpDetector fresh = new OpenNlpDetector(List.of("en", "pt"));
        assertThat(IntStream.range(0, 400)
                        .parallel()
                        .mapToObj(i -> i % 2 == 0
                                ? fresh.detect("The vaccine arrived today and everybody is happy")
                                : fresh.detect("A vacina chegou hoje e todo mundo está feliz")))
                .containsOnly("en", "pt")
                .satisfies(found -> assertThat(found.get(0)).isEqualTo("en"))
                .satisfies(found -> assertThat(found.get(399)).isEqualTo("pt"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"english", "x", "xx", "e!", "1"})
    void refusesWhatIsNoCode(String code) {
        assertThatThrownBy(() -> new OpenNlpDetector(List.of("en", code)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("hashlake.text.languages = '" + code + "'");
    }
}
