package io.hashlake.lake.commit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class IdWindowTest {

    @Property
    void holdsWhatASetHolds(@ForAll List<@LongRange(min = 1, max = 200) Long> ids) {
        IdSet set = new IdSet();
        Set<Long> expected = new HashSet<>();
        for (long id : ids) {
            assertThat(set.contains(id)).isEqualTo(!expected.add(id));
            set.add(id);
        }
        assertThat(set.size()).isEqualTo(expected.size());
    }

    @Property
    void remembersAtLeastItsCapacityAndAtMostTwiceAsMuch(
            @ForAll List<@LongRange(min = 1, max = 60) Long> ids, @ForAll @IntRange(min = 1, max = 20) int capacity) {
        IdWindow window = new IdWindow(capacity);
        Deque<Long> latest = new ArrayDeque<>();
        for (long id : ids) {
            boolean added = window.add(id);
            if (latest.contains(id)) {
                assertThat(added).isFalse();
            }
            if (added) {
                latest.addLast(id);
                if (latest.size() > capacity) {
                    latest.removeFirst();
                }
            }
            assertThat(window.size()).isLessThanOrEqualTo(2 * capacity);
        }
    }

    @Test
    void keepsMillionsOfIdsApart() {
        IdSet set = new IdSet();
        LongStream.range(1, 1_000_000).map(i -> i << 22).forEach(set::add);

        assertThat(set.size()).isEqualTo(999_999);
        assertThat(LongStream.range(1, 1_000_000).map(i -> i << 22).allMatch(set::contains))
                .isTrue();
        assertThat(set.contains(5)).isFalse();
    }
}
