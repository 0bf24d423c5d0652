package io.hashlake.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.hashlake.ServerTest;
import io.hashlake.simulator.Caller;
import io.hashlake.simulator.TestSimulator;
import io.hashlake.simulator.query.IdBounds;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

@ServerTest
class PostTimelineTest {

    private static final Instant START = Caller.START;

    @Property(tries = 200)
    void idTimeAndNumberFollowFromEachOtherInBurstsToo(
            @ForAll @DoubleRange(min = 1, max = 500) double rate,
            @ForAll @DoubleRange(min = 1, max = 1000) double factor,
            @ForAll @IntRange(max = 3000) int after,
            @ForAll @IntRange(max = 3000) int length) {
        List<Burst> bursts = List.of(burst(after, length, factor), burst(after / 2, length, 2), burst(9000, 100, 7));
        WorldSettings settings = TestSimulator.world().withPostsPerSecond(rate).withBursts(bursts);
        PostTimeline timeline = PostTimeline.of(settings, START);

        long first = timeline.firstFrom(IdBounds.until(START).below());
        for (int i = 0; i < 300; i++) {
            long number = first + i;
            long id = timeline.id(number);
            assertThat(timeline.number(id)).isEqualTo(number);
            assertThat(timeline.firstFrom(id)).isEqualTo(number);
            assertThat(timeline.firstFrom(id + 1)).isEqualTo(number + 1);
            assertThat(timeline.id(number + 1)).isGreaterThan(id);
        }
    }

    private static Burst burst(int after, int length, double factor) {
        return new Burst(Duration.ofMillis(after), Duration.ofMillis(length), factor);
    }
}
