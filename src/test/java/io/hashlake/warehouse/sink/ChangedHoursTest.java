package io.hashlake.warehouse.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.hashlake.ServerTest;
import io.hashlake.tweet.Hashtag;
import io.hashlake.tweet.Tweet;
import io.hashlake.tweet.User;
import io.hashlake.warehouse.TestWarehouse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which hours a commit marks as changed. */
@ServerTest
class ChangedHoursTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant ONE = NOON.plus(Duration.ofHours(1));

    private final DataSource database = TestWarehouse.migrated();
    private final WarehouseSink sink = ObservedPosts.sink(database);
    private final Tweet early = ObservedPosts.post(1, 1, NOON, List.of(), List.of(1L), ONE);
    private final Tweet late = ObservedPosts.post(2, 1, ONE.minusMillis(1), List.of(), List.of(2L), ONE);
    private final Tweet next = ObservedPosts.post(3, 1, ONE, List.of(), List.of(3L), ONE);

    @BeforeEach
    void storeTwoPostsOfOneHour() throws Exception {
        commit(early, late);
        assertThat(taken()).containsExactly(NOON);
    }

    @Test
    void thoseOfNewPostsOnceEach() throws Exception {
        Tweet another = ObservedPosts.post(4, 1, NOON.plusSeconds(5), List.of(), List.of(4L), ONE);
        commit(next, another, early);
        assertThat(taken()).containsExactly(NOON, ONE);
    }

    @Test
    void noneOfPostsThatAreKnownAlreadyOrOlder() throws Exception {
        commit(early, ObservedPosts.post(2, 1, ONE.minusMillis(1), List.of(), List.of(2L), ONE.minusSeconds(1)));
        // that an older observation was the first is news
        assertThat(taken()).containsExactly(NOON);
        commit(early, late);
        assertThat(taken()).isEmpty();
    }

    @Test
    void thoseOfPostsThatWereSeenAgain() throws Exception {
        commit(next);
        assertThat(taken()).containsExactly(ONE);
        commit(ObservedPosts.post(2, 1, ONE.minusMillis(1), List.of(), List.of(2L), ONE.plusSeconds(9)), next);
        assertThat(taken()).containsExactly(NOON);
    }

    @Test
    void thoseOfPostsThatGotAHashtag() throws Exception {
        Tweet again = ObservedPosts.post(1, 1, NOON, List.of(Hashtag.of("Health")), List.of(1L), ONE);
        commit(again);
        assertThat(taken()).containsExactly(NOON);
        commit(again);
        assertThat(taken()).isEmpty();
    }

    @Test
    void thoseOfVersionsThatAreSuperseded() throws Exception {
        commit(ObservedPosts.post(5, 1, ONE, List.of(), List.of(2L, 5L), ONE));
        assertThat(taken()).containsExactly(NOON, ONE);
    }

    @Test
    void noneForAnAccountThatChanged() throws Exception {
        User grown = Tweets.described(1, "another name", 1_000_000);
        Tweet elsewhere =
                ObservedPosts.by(grown, ObservedPosts.post(3, 1, ONE, List.of(), List.of(3L), ONE.plusSeconds(60)));
        commit(elsewhere);
        assertThat(taken()).containsExactly(ONE);
    }

    private void commit(Tweet... tweets) throws Exception {
        ObservedPosts.commit(sink, List.of(tweets));
    }

    /** As the job takes them. */
    private List<Instant> taken() throws Exception {
        List<Instant> hours = TestWarehouse.rows(database, "SELECT hour FROM ops.changed_hour ORDER BY hour").stream()
                .map(row -> (Instant) row.get("hour"))
                .toList();
        TestWarehouse.update(database, "DELETE FROM ops.changed_hour");
        return hours;
    }
}
