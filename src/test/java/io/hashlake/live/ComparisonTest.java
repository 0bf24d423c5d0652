package io.hashlake.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.hashlake.warehouse.analytics.GapView;
import io.hashlake.warehouse.analytics.Selection;
import io.hashlake.warehouse.analytics.Totals;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ComparisonTest {

    private static final Instant NOW = Instant.parse("2026-03-04T15:16:17Z");
    private static final View CLIMATE = View.of("climate", "24h");

    private final Warehouse warehouse = new Warehouse();
    private final Comparison comparison = new Comparison(warehouse, () -> List.of("climate", "sus"));

    @ParameterizedTest
    @EnumSource(DashboardPeriod.class)
    void asMuchTimeIsComparedAsHasPassedOfThePeriod(DashboardPeriod period) throws IOException {
        Instant from = PeriodSteps.upTo(NOW, period, ZoneOffset.UTC).from();
        Before before = comparison.with(new View(List.of("climate"), period), from, NOW);
        Duration passed = Duration.between(from, NOW);
        Duration compared = Duration.between(before.from(), before.to());
        assertThat(before.to()).isEqualTo(from);
        assertThat(compared.minus(passed).abs()).isLessThanOrEqualTo(passed.dividedBy(600));
        assertThat(warehouse.asked).containsExactly(new Selection(List.of("climate"), before.from(), from));
    }

    @Test
    void theAnswerLastsForSeveralSnapshots() throws IOException {
        Instant from = NOW.minus(Duration.ofMinutes(59));
        Before one = comparison.with(View.of("", "1h"), from, NOW);
        assertThat(comparison.with(View.of("", "1h"), from, NOW.plusSeconds(2))).isEqualTo(one);
    }

    @Test
    void nothingIsComparedWithATimeBeforeTheHashtagWasFollowed() throws IOException {
        warehouse.begun = Optional.of(NOW.minus(Duration.ofHours(40)));
        assertThat(before(CLIMATE).totals()).isNull();
        warehouse.begun = Optional.empty();
        assertThat(before(CLIMATE).totals()).isNull();
        assertThat(warehouse.asked).isEmpty();
        warehouse.begun = Optional.of(NOW.minus(Duration.ofHours(49)));
        assertThat(before(CLIMATE).totals()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"climate|climate", "''|climate,sus", "climate,x|climate,sus,x"})
    void whatCameAlongIsFollowedWithEverythingElse(String watched, String needed) throws IOException {
        before(View.of(watched, "24h"));
        assertThat(warehouse.needed).containsExactly(needed.split(","));
    }

    @ParameterizedTest
    @CsvSource({"open,600,false", "unclosable,600,false", "closed,600,true", "open,60,true"})
    void gapsThatAreNotFilledForbidAComparison(String state, int seconds, boolean isCompared) throws IOException {
        Instant at = NOW.minus(Duration.ofHours(30));
        warehouse.gaps = List.of(gap(at, at.plusSeconds(seconds), state));
        assertThat(before(CLIMATE).totals() != null).isEqualTo(isCompared);
    }

    @Test
    void ofALongGapOnlyWhatTouchesTheTimeCounts() throws IOException {
        Instant start = before(CLIMATE).from();
        warehouse.gaps = List.of(gap(start.minus(Duration.ofDays(9)), start.plusSeconds(60), "open"));
        assertThat(before(CLIMATE).totals()).isNotNull();
    }

    @Test
    void gapsOfSeveralSourcesAtTheSameTimeCountOnce() throws IOException {
        Instant at = NOW.minus(Duration.ofHours(30));
        warehouse.gaps = Collections.nCopies(10, gap(at, at.plusSeconds(60), "open"));
        assertThat(before(CLIMATE).totals()).isNotNull();
    }

    private Before before(View view) throws IOException {
        return comparison.with(view, NOW.minus(Duration.ofHours(24)), NOW);
    }

    private static GapView gap(Instant from, Instant to, String state) {
        return new GapView(1, "climate", from, to, "outage", state, from, null, null, null);
    }

    private static final class Warehouse extends FakeAnalytics {

        private final List<Selection> asked = new ArrayList<>();
        private Optional<Instant> begun = Optional.of(Instant.EPOCH);
        private List<String> needed;
        private List<GapView> gaps = List.of();

        Warehouse() {
            super(Clock.fixed(NOW, ZoneOffset.UTC));
        }

        @Override
        public Totals totals(Selection selection) throws IOException {
            asked.add(selection);
            return super.totals(selection);
        }

        @Override
        public Optional<Instant> begun(List<String> hashtags) {
            needed = hashtags;
            return begun;
        }

        @Override
        public List<GapView> gaps(Instant from, Instant to, int limit) {
            return gaps;
        }
    }
}
