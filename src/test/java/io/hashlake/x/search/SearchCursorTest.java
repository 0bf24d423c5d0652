package io.hashlake.x.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hashlake.core.Position;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchCursorTest {

    @Property
    void whatWasWrittenIsRead(
            @ForAll @LongRange(min = 0) long since,
            @ForAll @LongRange(min = 1) long until,
            @ForAll @LongRange(min = 0, max = 1000) long further) {
        SearchCursor walking = new SearchCursor(since, Math.max(until, until + further), until);
        SearchCursor resting = SearchCursor.restingAt(since);
        assertThat(SearchCursor.of(Position.parse(walking.toString()))).isEqualTo(walking);
        assertThat(SearchCursor.of(Position.parse(resting.toString()))).isEqualTo(resting);
    }

    @Test
    void aWalkRemembersWhereItBeganAndHowFarDownItCame() {
        SearchCursor cursor = SearchCursor.restingAt(100).afterPage(900, 800).afterPage(799, 700);
        assertThat(cursor).isEqualTo(new SearchCursor(100, 900, 700));
        assertThat(cursor.afterWalk(0)).isEqualTo(SearchCursor.restingAt(900));
    }

    @Test
    void aPageServedAgainDoesNotMoveTheWalkBack() {
        assertThat(new SearchCursor(100, 900, 700).afterPage(850, 800)).isEqualTo(new SearchCursor(100, 900, 700));
    }

    @Test
    void aWalkThatFoundNothingRestsAtTheFloor() {
        assertThat(SearchCursor.restingAt(100).afterWalk(500)).isEqualTo(SearchCursor.restingAt(500));
        assertThat(SearchCursor.restingAt(600).afterWalk(500)).isEqualTo(SearchCursor.restingAt(600));
    }

    @Test
    void aWalkGoesOnWhereItIsWhenWhatLiesBehindItFallsOutOfReach() {
        SearchCursor walking = new SearchCursor(100, 900, 700);
        assertThat(walking.skippingTo(200)).isEqualTo(new SearchCursor(200, 900, 700));
        assertThat(walking.skippingTo(700)).isEqualTo(SearchCursor.restingAt(900));
        assertThat(SearchCursor.restingAt(100).skippingTo(200)).isEqualTo(SearchCursor.restingAt(200));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "1:2", "1:2:3:4", "1:2:3", "-1", "1:0:5", "search:1:2:3", "search:1:2", "stream:1"})
    void refusesWhatIsNoPosition(String position) {
        assertThatThrownBy(() -> SearchCursor.of(Position.parse(position)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
