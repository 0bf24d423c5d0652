package io.hashlake.lake.commit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResumptionTest {

    private static final WriteAheadRecord FIRST = intent(1, "a", "b", null);
    private static final WriteAheadRecord SECOND = intent(2, "b", "c", null);
    private static final WriteAheadRecord THIRD = intent(3, "d", "e", "c");

    private static WriteAheadRecord intent(long ordinal, String start, String end, String cursor) {
        return new WriteAheadRecord("search", ordinal, start, end, Optional.ofNullable(cursor), List.of());
    }

    private static List<WriteAheadRecord> repeated(String position, String cursor, boolean isNew) {
        return new Resumption(position, Optional.ofNullable(cursor), isNew).repeated(List.of(FIRST, SECOND, THIRD));
    }

    @Test
    void repeatsFromTheIntentThatStartsThere() {
        assertThat(repeated("a", "a", true)).containsExactly(FIRST, SECOND, THIRD);
        assertThat(repeated("d", "d", true)).containsExactly(THIRD);
    }

    @Test
    void repeatsWhatComesAfterTheIntentThatEndsThere() {
        assertThat(repeated("b", "b", true)).containsExactly(SECOND, THIRD);
        assertThat(repeated("c", "c", true)).containsExactly(THIRD);
        assertThat(repeated("e", "e", true)).isEmpty();
    }

    @Test
    void findsWhatWasPutBeforePositionsHadKinds() {
        List<WriteAheadRecord> untyped = List.of(intent(1, "5", "7", null), intent(2, "7", "9", "7"));

        assertThat(repeated("search:5", "search:5", untyped)).isEqualTo(untyped);
        assertThat(repeated("search:7", "search:7", untyped)).containsExactly(untyped.get(1));
        assertThat(repeated("search:7", "7", untyped)).containsExactly(untyped.get(1));
        assertThat(repeated("search:9", "search:9", untyped)).isEmpty();
        assertThat(repeated("search:7", "search:7", List.of(intent(3, "8", "9", "7"))))
                .hasSize(1);
        assertThat(repeated("stream:7", "stream:7", List.of(intent(3, "search:7", "search:9", "search:7"))))
                .isEmpty();
    }

    private static List<WriteAheadRecord> repeated(String position, String cursor, List<WriteAheadRecord> intents) {
        return new Resumption(position, Optional.of(cursor), true).repeated(intents);
    }

    @Test
    void repeatsEverythingThatACursorHasNotPassed() {
        assertThat(new Resumption("c", Optional.of("c"), true).repeated(List.of(THIRD)))
                .containsExactly(THIRD);
        assertThat(new Resumption("c", Optional.of("c"), false).repeated(List.of(THIRD)))
                .containsExactly(THIRD);
    }

    @Test
    void repeatsEverythingWhereThereNeverWasACursor() {
        assertThat(repeated("anywhere", null, true)).containsExactly(FIRST, SECOND, THIRD);
    }

    @Test
    void repeatsNothingWhereTheCursorWasLost() {
        assertThat(new Resumption("anywhere", Optional.empty(), true).repeated(List.of(THIRD)))
                .isEmpty();
    }

    @Test
    void repeatsNothingWhereTheSourceReadsFromWithinAnIntent() {
        assertThat(repeated("x", "x", true)).isEmpty();
        assertThat(repeated("x", null, false)).isEmpty();
    }

    @Test
    void repeatsNothingWhereThePositionNeverMoves() {
        WriteAheadRecord still = intent(4, "same", "same", "same");

        assertThat(new Resumption("same", Optional.of("same"), true).repeated(List.of(still)))
                .isEmpty();
    }
}
