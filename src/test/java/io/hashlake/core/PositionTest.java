package io.hashlake.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hashlake.core.Position.Kind;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PositionTest {

    @Property
    void readsWhatItWrote(@ForAll("positions") Position position) {
        assertThat(Position.parse(position.toString())).isEqualTo(position);
    }

    @Property
    void isTheSamePlaceWithItsKindAndWithout(@ForAll("positions") Position position) {
        String typed = position.toString();
        String untyped = untyped(position);

        assertThat(Position.areSame(typed, untyped)).isTrue();
        assertThat(Position.areSame(untyped, typed)).isTrue();
        assertThat(Position.areSame(untyped, untyped)).isTrue();
    }

    @Property
    void isTheSamePlaceAsNoOther(@ForAll("positions") Position one, @ForAll("positions") Position other) {
        assertThat(Position.areSame(one.toString(), other.toString())).isEqualTo(one.equals(other));
        assertThat(Position.areSame(one.toString(), untyped(other)))
                .isEqualTo(one.numbers().equals(other.numbers()));
    }

    @Property
    void takesAnUntypedPostsIdForASearchs(@ForAll @LongRange(min = 100_000_000_000_000L) long id) {
        assertThat(Position.parse(Long.toString(id))).isEqualTo(Position.of(Kind.SEARCH, id));
    }

    @Property
    void takesAnUntypedTimeForAStreams(@ForAll @LongRange(min = 0, max = 7_000_000_000L) long secondsSince2017) {
        long millis = Instant.parse("2017-08-01T00:00:00Z")
                .plusSeconds(secondsSince2017)
                .toEpochMilli();

        assertThat(Position.parse(Long.toString(millis))).isEqualTo(Position.of(Kind.STREAM, millis));
    }

    @Property
    void readsAnyTextOrSaysThatItIsNone(@ForAll String text) {
        try {
            assertThat(Position.parse(text).numbers()).isNotEmpty();
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageContaining(text);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1595477170540503041, search:1595477170540503041",
        "29700859247, search:29700859247",
        "1, search:1",
        "1595477170540503041:1595477170540503943:1595477170540503142,"
                + " search:1595477170540503041:1595477170540503943:1595477170540503142",
        "1795348800123, stream:1795348800123",
        "7:1595477170540503041:12:9, gap:7:1595477170540503041:12:9",
        "0:0, file:0:0",
        "1795348800123:1795348800124, file:1795348800123:1795348800124"
    })
    void readsWhatWasWrittenBeforePositionsHadKinds(String old, String now) {
        assertThat(Position.parse(old)).hasToString(now);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":",
                "search:",
                "search:1:2",
                "search:1:2:3:4",
                "stream:1:2",
                "gap:1",
                "file:1",
                "bus:1:2",
                "SEARCH:1",
                "search:search:1",
                "poll:1",
                "1:",
                ":1",
                "-1",
                "+1",
                "1.0",
                " 1",
                "1\n",
                "٣",
                "9223372036854775808",
                "1:2:3:4:5",
                "search:-1",
                "kafka-0"
            })
    void refusesWhatIsNone(String text) {
        assertThatThrownBy(() -> Position.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'" + text + "' is no position");
    }

    private static String untyped(Position position) {
        return position.numbers().stream().map(String::valueOf).collect(Collectors.joining(":"));
    }

    @Provide
    Arbitrary<Position> positions() {
        Arbitrary<Long> numbers = Arbitraries.oneOf(
                Arbitraries.longs().between(0, 3), Arbitraries.longs().greaterOrEqual(0));
        return Arbitraries.oneOf(
                of(Kind.SEARCH, numbers, 1),
                of(Kind.SEARCH, numbers, 3),
                of(Kind.STREAM, numbers, 1),
                of(Kind.GAP, numbers, 4),
                of(Kind.FILE, numbers, 2),
                of(Kind.BUS, numbers, 1));
    }

    private static Arbitrary<Position> of(Kind kind, Arbitrary<Long> numbers, int count) {
        return numbers.list().ofSize(count).map(List::copyOf).map(all -> new Position(kind, all));
    }
}
