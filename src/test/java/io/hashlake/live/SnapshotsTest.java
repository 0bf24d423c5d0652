package io.hashlake.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hashlake.tweet.Hashtag;
import io.hashlake.warehouse.analytics.Counts;
import io.hashlake.warehouse.analytics.Selection;
import io.hashlake.warehouse.analytics.SeriesCounts;
import io.hashlake.warehouse.analytics.SourceView;
import io.hashlake.warehouse.analytics.Totals;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotsTest {

    private static final Instant NOW = Instant.parse("2026-03-04T15:16:17Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final ZoneId SAO_PAULO = ZoneId.of("America/Sao_Paulo");

    private final FakeAnalytics analytics = new FakeAnalytics(CLOCK);
    private final Snapshots snapshots = new Snapshots(
            analytics,
            () -> MadeUpObligations.SPEND,
            () -> List.of(Hashtag.of("Saúde"), Hashtag.of("rust")),
            SAO_PAULO,
            CLOCK);

    @ParameterizedTest
    @EnumSource(DashboardPeriod.class)
    void everyNumberIsOfTheSamePeriod(DashboardPeriod period) throws IOException {
        Snapshot snapshot = snapshots.of(new View(List.of("climate"), period));
        long inSeries = LongStream.of(snapshot.series().lines().get(0).posts()).sum();
        assertThat(inSeries).isPositive().isEqualTo(snapshot.totals().posts());
        assertThat(LongStream.of(snapshot.series().negative()).sum())
                .isEqualTo(snapshot.totals().negative());
        assertThat(snapshot.series().starts())
                .hasSize(period.steps())
                .startsWith(snapshot.from())
                .isSorted();
        assertThat(snapshot.series().starts().get(period.steps() - 1)).isBeforeOrEqualTo(NOW);
        assertThat(snapshot.hashtags()).hasSize(1);
        assertThat(snapshot.top()).hasSizeGreaterThan(3);
        assertThat(snapshot.followed()).containsExactly("saúde", "rust");
    }

    @Test
    void theTotalsAreThoseOfTheChartThoughTheyWereAskedLater() throws IOException {
        FakeAnalytics moving = new FakeAnalytics(CLOCK) {
            @Override
            public Totals totals(Selection selection) {
                return new Totals(1_000_000, 900_000, 5, 6, 1, 2, 3, 0.5);
            }
        };
        Snapshots late = new Snapshots(moving, () -> MadeUpObligations.SPEND, () -> List.of(), SAO_PAULO, CLOCK);
        Snapshot one = late.of(new View(List.of("climate"), DashboardPeriod.HOUR));
        long inSeries = LongStream.of(one.series().lines().get(0).posts()).sum();
        assertThat(one.totals().posts()).isEqualTo(inSeries);
        assertThat(one.totals().authors()).isEqualTo(inSeries);
        assertThat(one.totals().meanPolarity()).isEqualTo(0.5);
        assertThat(late.of(new View(List.of("climate", "sus"), DashboardPeriod.HOUR))
                        .totals()
                        .posts())
                .as("a post may have both hashtags")
                .isEqualTo(1_000_000);
    }

    @Test
    void daysBeginInTheReportingZoneAlsoWhereAClockChanges() {
        Instant dayAfterClockChange = Instant.parse("2018-11-05T12:00:00Z");
        PeriodSteps timeline = PeriodSteps.upTo(dayAfterClockChange, DashboardPeriod.MONTH, SAO_PAULO);
        assertThat(timeline.starts())
                .contains(Instant.parse("2018-11-03T03:00:00Z"), Instant.parse("2018-11-04T03:00:00Z"))
                .endsWith(Instant.parse("2018-11-05T02:00:00Z"));
        assertThat(timeline.end()).isEqualTo("2018-11-06T02:00:00Z");
    }

    @Test
    void hoursOfAZoneWithHalfHoursBeginAtItsHours() {
        PeriodSteps timeline = PeriodSteps.upTo(NOW, DashboardPeriod.DAY, ZoneId.of("Asia/Kolkata"));
        assertThat(timeline.starts()).endsWith(Instant.parse("2026-03-04T14:30:00Z"));
    }

    @Test
    void aPointBetweenTwoStartsCountsInTheFirstOfThemAndAnEarlierOneNowhere() {
        PeriodSteps timeline = PeriodSteps.upTo(NOW, DashboardPeriod.DAY, ZoneOffset.UTC);
        Counts totals = new Counts(5, 1, 1, 2);
        Series series = Series.of(
                View.of("", "24h"),
                timeline,
                List.of(
                        new SeriesCounts(null, NOW, totals),
                        new SeriesCounts(null, timeline.from().minusSeconds(1), totals)));
        assertThat(series.lines().get(0).posts()).hasSize(24).endsWith(5L);
        assertThat(LongStream.of(series.lines().get(0).posts()).sum()).isEqualTo(5);
        assertThat(series.positive()[23]).isEqualTo(2);
    }

    @Test
    void filesThatWereReadAreNoSourcesThatAreLate() throws IOException {
        FakeAnalytics withFile = new FakeAnalytics(CLOCK) {
            @Override
            public List<SourceView> sources() throws IOException {
                SourceView file = new SourceView("file-posts.jsonl-4-1-a", "file:4", NOW, 4, NOW, 0, null, true);
                return Stream.concat(Stream.of(file), super.sources().stream()).toList();
            }
        };
        Situation situation = new Situations(withFile, () -> MadeUpObligations.SPEND, () -> List.of(), CLOCK).latest();
        assertThat(situation.sources()).extracting(SourceView::source).containsExactly("climate", "covid19", "saúde");
    }

    @Test
    void anEmptyWarehouseGivesAnEmptySnapshot() throws IOException {
        FakeAnalytics empty = new FakeAnalytics(Clock.fixed(NOW.minusSeconds(1_000_000_000), ZoneOffset.UTC)) {
            @Override
            public List<io.hashlake.warehouse.analytics.HashtagTotals> hashtags(
                    io.hashlake.warehouse.analytics.Selection selection, int limit) {
                return List.of();
            }
        };
        Snapshot snapshot = new Snapshots(empty, () -> null, () -> List.of(), SAO_PAULO, CLOCK).of(View.of("", "1h"));
        assertThat(snapshot.totals().posts()).isZero();
        assertThat(snapshot.top()).isEmpty();
        assertThat(snapshot.situation().spend()).isNull();
    }

    @Test
    void idsAreStringsBecauseBrowsersHaveNoRoomForThem() throws IOException {
        JsonNode json = new ObjectMapper().readTree(SnapshotJson.of(snapshots.of(View.of("", "1h"))));
        assertThat(json.at("/posts/0/id").isTextual()).isTrue();
        assertThat(json.at("/authors/0/userId").textValue()).isEqualTo("9007199254740993");
        assertThat(json.at("/totals/posts").isIntegralNumber()).isTrue();
        assertThat(json.at("/from").textValue()).isEqualTo("2026-03-04T14:17:00Z");
        assertThat(SnapshotJson.of(snapshots.of(View.of("", "1h")))).doesNotContain("\n");
    }

    @Test
    void theSystemIsLookedAtOnceForSeveralViews() throws IOException {
        snapshots.of(View.of("", "1h"));
        int before = analytics.questions.get();
        snapshots.of(View.of("", "1h"));
        assertThat(analytics.questions.get() - before).isEqualTo(11);
    }

    @Test
    void spellingsOfAHashtagAreOneView() {
        assertThat(View.of(" #Climate,SAÚDE,climate,, ", "7d")).isEqualTo(View.of("saúde,climate", "7d"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2h", "1H", "null"})
    void anUnknownPeriodIsRefused(String period) {
        assertThatThrownBy(() -> View.of("", period))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("period: allowed are 1h, 24h, 7d, 30d");
    }

    @Test
    void tooManyAndTooLongHashtagsAreRefused() {
        assertThatThrownBy(() -> View.of("a,b,c,d,e,f,g,h,i", "1h")).hasMessageContaining("at most 8");
        assertThatThrownBy(() -> View.of("a".repeat(201), "1h")).hasMessageContaining("longer than the 200");
        assertThatThrownBy(() -> View.of("#", "1h")).isInstanceOf(IllegalArgumentException.class);
    }
}
