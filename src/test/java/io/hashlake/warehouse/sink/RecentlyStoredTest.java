package io.hashlake.warehouse.sink;

import static io.hashlake.warehouse.TestWarehouse.rows;
import static io.hashlake.warehouse.sink.Tweets.batch;
import static io.hashlake.warehouse.sink.Tweets.plain;
import static org.assertj.core.api.Assertions.assertThat;

import io.hashlake.ServerTest;
import io.hashlake.core.Sink.Commit;
import io.hashlake.tweet.Tweet;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the sink does with its guesses of which posts are stored, in commits after those in which it asks the database. */
@ServerTest
class RecentlyStoredTest extends SinkFixture {

    private static final int DOUBTFUL = 20;

    @Test
    void postsThatAnotherSinkHasStoredAreMergedAndNotCountedAsNew() throws Exception {
        becomeReliable();
        WarehouseSink other = sinkAt(NOW);
        other.write(batch("b", plain(1, "one"), plain(2, "two")));
        other.commit();

        sink.write(batch("a", plain(2, "two"), plain(3, "three")));
        assertThat(sink.commit()).isEqualTo(new Commit(1, 0, 1, 1, 0, 0));
        assertThat(texts()).containsExactly("one", "two", "three");
    }

    @Test
    void ownPostsAreMergedWithoutAViolation() throws Exception {
        becomeReliable();
        commit(plain(1, "one"), plain(2, "two"));

        sink.write(batch("a", plain(2, "two"), plain(3, "three")));
        assertThat(sink.commit()).isEqualTo(new Commit(1, 0, 1, 1, 0, 0));
        assertThat(texts()).containsExactly("one", "two", "three");
    }

    @Test
    void aRefusedPostCostsNoOtherItsPlace() throws Exception {
        becomeReliable();
        WarehouseSink other = sinkAt(NOW);
        other.write(batch("b", plain(2, "two")));
        other.commit();
        Tweet tooLate = plain(3).toBuilder().createdAt(Instant.MAX).build();

        sink.write(batch("a", plain(1, "one"), plain(2, "two"), tooLate, plain(4, "four")));
        assertThat(sink.commit().posts()).isEqualTo(2);
        assertThat(texts()).containsExactly("one", "two", "four");
        assertThat(rejected).hasSize(1);
    }

    @Test
    void afterAWrongGuessTheDatabaseIsAskedForAWhile() {
        RecentlyStored recent = new RecentlyStored();
        assertThat(recent.areReliable()).isFalse();
        IntStream.range(0, DOUBTFUL).forEach(commit -> recent.add(List.of()));
        assertThat(recent.areReliable()).isTrue();

        recent.fail();
        assertThat(recent.areReliable()).isFalse();
    }

    @Test
    void knowsTheIdsThatItWasGiven() {
        RecentlyStored recent = new RecentlyStored();
        recent.add(List.of(Observation.of("a", plain(7)), Observation.of("a", plain(8))));

        assertThat(recent.among(List.of(Observation.of("a", plain(8)), Observation.of("a", plain(9)))))
                .containsExactly(8L);
    }

    private void becomeReliable() throws IOException {
        for (int i = 0; i < DOUBTFUL; i++) {
            sink.write(batch("a"));
            sink.commit();
        }
    }

    private List<Object> texts() throws Exception {
        return rows(database, "SELECT text FROM twitter.tweet ORDER BY id").stream()
                .map(row -> row.get("text"))
                .toList();
    }
}
