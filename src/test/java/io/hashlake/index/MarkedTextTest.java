package io.hashlake.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MarkedTextTest {

    @Test
    void matchesOfSeveralFieldsAreUnited() {
        List<TextSpan> spans = MarkedText.matches(
                "gol de gols", List.of("\ue000gol\ue001 de gols", "\ue000gol\ue001 de \ue000gols\ue001"));

        assertThat(spans).containsExactly(new TextSpan(0, 3), new TextSpan(7, 11));
    }

    @Test
    void aTextThatHoldsTheMarksItselfHasNoMatches() {
        assertThat(MarkedText.matches("a\ue000b", List.of("\ue000a\ue001\ue000b")))
                .isEmpty();
    }
}
