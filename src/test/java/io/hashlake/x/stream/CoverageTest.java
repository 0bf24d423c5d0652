package io.hashlake.x.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CoverageTest {

    private static final Duration LATENESS = Duration.ofSeconds(15);
    private static final Instant T = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void aSourceThatBeginsHasNoGap() {
        Coverage coverage = Coverage.beginningAt(T, LATENESS);
        coverage.connected(T.plusSeconds(1));
        assertThat(coverage.missing()).isEmpty();
    }

    @Test
    void aSourceThatWaitedForItsFirstConnectionHasOne() {
        Coverage coverage = Coverage.beginningAt(T, LATENESS);
        coverage.connected(T.plusSeconds(60));
        assertThat(interval(coverage)).isEqualTo(new Interval(T, T.plusSeconds(60)));
    }

    @Test
    void aSourceThatBeginsIsFollowedFromWhenItsRuleApplies() {
        Coverage coverage = Coverage.beginningAt(T, LATENESS);
        coverage.connected(T.plusSeconds(1));
        coverage.ruleAdded(Instant.MAX, T.plusSeconds(30));
        assertThat(interval(coverage)).isEqualTo(new Interval(T, T.plusSeconds(30)));
    }

    @Test
    void afterARestartTheGapReachesFromTheCursorToTheConnection() {
        Coverage coverage = Coverage.resuming(T, T.plusSeconds(100), "down", LATENESS);
        coverage.connected(T.plusSeconds(103));
        assertThat(interval(coverage)).isEqualTo(new Interval(T.minus(LATENESS), T.plusSeconds(103)));
    }

    @Test
    void aConnectionThatBreaksLeavesAGapFromWhatCameLast() {
        Coverage coverage = covered(T);
        coverage.received(T.plusSeconds(50));
        coverage.interrupted("broken");
        coverage.connected(T.plusSeconds(52));
        assertThat(interval(coverage)).isEqualTo(new Interval(T.plusSeconds(35), T.plusSeconds(52)));
        assertThat(coverage.missing())
                .get()
                .extracting(Coverage.Missing::reason)
                .isEqualTo("broken");
    }

    @Test
    void whatIsDeclaredIsNotDeclaredAgain() {
        Coverage coverage = covered(T);
        coverage.interrupted("broken");
        coverage.connected(T.plusSeconds(1));
        coverage.declared();
        assertThat(coverage.missing()).isEmpty();
    }

    @Test
    void whatIsDeclaredAlreadyIsNoPartOfTheNextGap() {
        Coverage coverage = covered(T);
        coverage.interrupted("broken");
        coverage.connected(T.plusSeconds(10));
        coverage.declared();
        coverage.received(T.plusSeconds(12));
        coverage.interrupted("broken again");
        coverage.connected(T.plusSeconds(13));
        assertThat(interval(coverage)).isEqualTo(new Interval(T.plusSeconds(10), T.plusSeconds(13)));
    }

    @Test
    void gapsHaveWholeMilliseconds() {
        Coverage coverage = Coverage.beginningAt(T.plusNanos(1_500_000), LATENESS);
        coverage.ruleAdded(Instant.MAX, T.plusNanos(3_500_000));
        assertThat(interval(coverage)).isEqualTo(new Interval(T.plusMillis(1), T.plusMillis(4)));
    }

    @Test
    void aRuleThatWasGoneLeavesAGapFromWhenItWasLastSeen() {
        Coverage coverage = covered(T);
        coverage.received(T.plusSeconds(600));
        coverage.ruleAdded(T.plusSeconds(100), T.plusSeconds(630));
        assertThat(interval(coverage)).isEqualTo(new Interval(T.plusSeconds(85), T.plusSeconds(630)));
    }

    @Test
    void aRuleThatAppliedBeforeChangesNothing() {
        Coverage coverage = covered(T);
        coverage.received(T.plusSeconds(600));
        coverage.ruleAdded(Instant.MAX, T.plusSeconds(30));
        assertThat(coverage.missing()).isEmpty();
    }

    @Test
    void aClockThatWasSetBackLeavesAGapThatIsNotEmpty() {
        Coverage coverage = Coverage.resuming(T, T.minusSeconds(5), "down", LATENESS);
        coverage.connected(T.minusSeconds(4));
        assertThat(interval(coverage)).isEqualTo(new Interval(T.minus(LATENESS), T.minusSeconds(4)));
    }

    /**
     * Whatever happens in whatever order: each second that was not covered by a connection and a rule lies in a declared
     * gap, and so do the seconds before an interruption in which late posts may have been written.
     */
    @Property
    void everySecondIsCoveredOrDeclared(
            @ForAll @Size(min = 1, max = 60) List<@IntRange(min = 0, max = 5) Integer> events, @ForAll boolean isNew) {
        Timeline timeline = new Timeline(isNew);
        events.forEach(timeline::happens);
        timeline.handOver();
        timeline.uncovered().forEach(second -> assertThat(timeline.declared)
                .as("second %d of %s", second, events)
                .anyMatch(gap -> !gap.from.isAfter(T.plusSeconds(second)) && gap.to.isAfter(T.plusSeconds(second))));
    }

    /** What happens to a source, second by second, and what a model that keeps every second knows of it. */
    private static final class Timeline {
        private final List<Interval> declared = new ArrayList<>();
        private final List<Integer> missed = new ArrayList<>();
        private final Coverage coverage;
        private boolean connected;
        private int ruleFrom;
        private int now;

        Timeline(boolean isNew) {
            coverage = isNew
                    ? Coverage.beginningAt(T, LATENESS)
                    : Coverage.resuming(T.minusSeconds(40), T, "down", LATENESS);
            if (!isNew) {
                for (int second = -55; second < 0; second++) {
                    missed.add(second);
                }
            }
            connect();
        }

        void happens(int event) {
            pass();
            switch (event) {
                case 0 -> interrupt();
                case 1 -> connect();
                case 2 -> {
                    ruleFrom = now + 20;
                    coverage.ruleAdded(T.plusSeconds(now), T.plusSeconds(ruleFrom));
                }
                default -> handOver();
            }
        }

        void handOver() {
            if (!connected) {
                connect();
            }
            coverage.missing().ifPresent(gap -> declared.add(new Interval(gap.from(), gap.to())));
            coverage.declared();
            coverage.received(T.plusSeconds(now));
        }

        List<Integer> uncovered() {
            return missed;
        }

        private void pass() {
            if (!connected || now < ruleFrom) {
                missed.add(now);
            }
            now++;
        }

        private void connect() {
            connected = true;
            coverage.connected(T.plusSeconds(now));
        }

        private void interrupt() {
            if (connected) {
                handOver();
                connected = false;
                for (int second = Math.max(0, now - 15); second < now; second++) {
                    missed.add(second);
                }
                coverage.interrupted("broken");
            }
        }
    }

    private record Interval(Instant from, Instant to) {}

    private static Interval interval(Coverage coverage) {
        return coverage.missing().map(gap -> new Interval(gap.from(), gap.to())).orElseThrow();
    }

    private static Coverage covered(Instant at) {
        Coverage coverage = Coverage.beginningAt(at.minusSeconds(1000), LATENESS);
        coverage.received(at);
        return coverage;
    }
}
