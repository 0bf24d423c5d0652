package io.hashlake.warehouse.sink;

import static io.hashlake.warehouse.TestWarehouse.rows;
import static io.hashlake.warehouse.sink.Tweets.OBSERVED;
import static org.assertj.core.api.Assertions.assertThat;

import io.hashlake.ServerTest;
import io.hashlake.tweet.Metrics;
import io.hashlake.tweet.Tweet;
import io.hashlake.warehouse.TestWarehouse;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** A warehouse that the first release filled is migrated and continued. */
@ServerTest
class EarlierWarehouseTest {

    /** The last migration before a post's fields were declared once. */
    private static final String MIGRATION = "13";

    private static final String POSTS = """
            INSERT INTO twitter.tweet (id, created_at, author_id, text, mentions, urls, cashtags, annotations, topics, like_count,
                possibly_sensitive, client, edit_history, followed, observed_at, first_seen_at)
            SELECT id, '2026-03-01 12:00:00.123Z', 1, 'post ' || id, '{}', '{}', '{}', '{}', '{}', 3,
                true, 'Client of ' || id, '{}', '{covid19}', '2026-03-01 12:01:00.123456Z', '2026-03-01 12:01:00.123456Z'
            FROM generate_series(1, 3) AS id
            """;

    @Test
    void rowsOfAnEarlierVersionStayAndAreMergedWithNewObservations() throws Exception {
        DataSource database = TestWarehouse.migratedUpTo(MIGRATION);
        TestWarehouse.update(database, POSTS);

        TestWarehouse.migrate(database);
        Tweet newer = Tweets.plain(2).toBuilder()
                .observedAt(OBSERVED.plusSeconds(1))
                .client("newer")
                .followed(List.of("flu"))
                .build();
        Tweet older = Tweets.plain(3).toBuilder()
                .observedAt(OBSERVED.minusSeconds(1))
                .metrics(new Metrics(1, 1, 1, 1, 1, 1))
                .followed(List.of("flu"))
                .build();
        ObservedPosts.commit(ObservedPosts.sink(database), List.of(newer, older, Tweets.plain(4)));

        assertThat(rows(database, "SELECT id, client, like_count, followed FROM twitter.tweet ORDER BY id"))
                .extracting(Map::values)
                .extracting(values -> values.toString())
                .containsExactly(
                        "[1, Client of 1, 3, [covid19]]",
                        "[2, newer, null, [covid19, flu]]",
                        "[3, Client of 3, 3, [covid19, flu]]",
                        "[4, null, null, []]");
    }
}
