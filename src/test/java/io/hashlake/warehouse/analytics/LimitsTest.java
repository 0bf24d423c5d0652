package io.hashlake.warehouse.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hashlake.warehouse.jdbc.NoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class LimitsTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Selection HOUR = new Selection(List.of(), NOON, NOON.plusSeconds(3_600));

    private final Analytics analytics = new JdbcAnalytics(new NoDatabase(), Duration.ofSeconds(1));

    @Test
    void refusesLimitsOutsideOfOneToAThousand() {
        for (int limit : new int[] {Integer.MIN_VALUE, 0, 1_001}) {
            refused(() -> analytics.authors(HOUR, limit), "limit");
            refused(() -> analytics.posts(filter(null, null), limit), "limit");
        }
    }

    @Test
    void refusesPeriodsThatAreEmptyOrBeyondWhatTheDatabaseHolds() {
        refused(() -> new Selection(List.of(), NOON, NOON), "is empty");
        refused(() -> new Selection(List.of(), Instant.MIN, NOON), "not between");
        refused(() -> new Selection(List.of(), NOON, Instant.MAX), "not between");
        refused(() -> new PostFilter(List.of(), null, null, null, null, Instant.MIN, null, null), "not between");
        refused(() -> new PostFilter.Position(Instant.MAX, 1), "not between");
        refused(() -> analytics.gaps(NOON, NOON, 1), "is empty");
    }

    @Test
    void refusesTooManyHashtagsAndTextsThatAreTooLong() {
        List<String> many = IntStream.range(0, 51).mapToObj(Integer::toString).toList();
        refused(() -> new Selection(many, NOON, NOON.plusSeconds(1)), "51 hashtags");
        refused(() -> new Selection(List.of(" "), NOON, NOON.plusSeconds(1)), "hashtag");
        refused(() -> filter("a".repeat(501), null), "text");
        refused(() -> filter("!?", null), "no letter");
        refused(() -> filter(null, "sad"), "sentiment");
    }

    @Test
    void refusesASeriesOfTooManyPoints() {
        Selection month = new Selection(List.of(), NOON, NOON.plus(Duration.ofDays(30)));
        refused(() -> analytics.series(month, Interval.MINUTE, ZoneOffset.UTC), "points");
    }

    @Test
    void takesTheSameHashtagOnceAndBlankTextsForNone() {
        Selection twice = new Selection(Collections.nCopies(60, "a"), NOON, NOON.plusSeconds(1));
        assertThat(twice.hashtags()).containsExactly("a");
        assertThat(filter("  ", "").text()).isNull();
    }

    private static PostFilter filter(String text, String sentiment) {
        return new PostFilter(List.of(), text, null, null, sentiment, null, null, null);
    }

    private static void refused(ThrowingCallable call, String reason) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(reason);
    }
}
