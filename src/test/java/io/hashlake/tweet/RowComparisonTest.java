package io.hashlake.tweet;

import static io.hashlake.tweet.RowComparison.assertSameRows;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class RowComparisonTest {

    @Test
    void acceptsTheSameRowsInAnyOrder() {
        assertThatCode(() -> assertSameRows(List.of("b", "a", "b"), List.of("a", "b", "b")))
                .doesNotThrowAnyException();
    }

    @Test
    void saysHowManyRowsAreMissingDoubledAndUnexpected() {
        assertThatThrownBy(() -> assertSameRows(List.of("b", "b", "d"), List.of("a", "b", "c")))
                .isInstanceOf(AssertionError.class)
                .hasMessage("of 3 expected rows 2 missing [a, c], 1 doubled [b]; 1 unexpected [d]");
    }
}
