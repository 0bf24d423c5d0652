package io.hashlake.x.gap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hashlake.core.DeclaredGap;
import io.hashlake.core.Gap;
import io.hashlake.core.GapState;
import io.hashlake.core.Position;
import io.hashlake.tweet.Snowflake;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GapCursorTest {

    @Property
    void readsWhatItWrote(
            @ForAll @LongRange(min = 0) long gap,
            @ForAll @LongRange(min = 1) long until,
            @ForAll @LongRange(min = 0) long found) {
        GapCursor cursor = new GapCursor(gap, until, found, found);

        assertThat(GapCursor.of(Position.parse(cursor.toString()))).isEqualTo(cursor);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "1", "1:2:3", "1:0:0:0", "gap:1:2:0:3", "-1:2:0:0", "a:b:c:d", "1795348800123", "file:1:2"})
    void refusesWhatIsNoPosition(String position) {
        assertThatThrownBy(() -> GapCursor.of(Position.parse(position))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void coversTheLastMillisecondWhereAGapEndsWithinIt() {
        Instant to = Instant.parse("2026-11-22T12:00:00.000400Z");
        Gap gap = new Gap("covid", to.minusSeconds(1), to, "reason");

        GapCursor cursor = GapCursor.atEndOf(new DeclaredGap(7, gap, GapState.OPEN, to, null, 0, null));

        assertThat(Snowflake.time(cursor.until())).isEqualTo("2026-11-22T12:00:00.001Z");
    }

    @Test
    void neverGoesUpAgain() {
        GapCursor cursor = new GapCursor(1, 500, 3, 2).after(700, 1, 1);

        assertThat(cursor).isEqualTo(new GapCursor(1, 500, 4, 3));
    }
}
