package io.hashlake.warehouse.analytics;

import static io.hashlake.warehouse.TestWarehouse.rows;
import static io.hashlake.warehouse.TestWarehouse.update;
import static org.assertj.core.api.Assertions.assertThat;

import io.hashlake.ServerTest;
import io.hashlake.warehouse.TestWarehouse;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Questions find posts by an index in each partition, and an id in its own partition alone. */
@ServerTest
class PartitionPlansTest {

    /** One post every twelve minutes of this month and the next three. */
    private static final String POSTS = """
            INSERT INTO twitter.tweet (id, created_at, author_id, text, text_language, mentions, urls, cashtags, annotations, topics,
                possibly_sensitive, edit_history, followed, observed_at, first_seen_at)
            SELECT ops.first_id(at), at, 1 + n % 1000, 'word ' || n, 'en', '{}', '{}', '{}', '{}', '{}', false, '{}', '{}', at, at
            FROM (SELECT n, date_trunc('month', now(), 'UTC') + n * interval '12 minutes' AS at
                  FROM generate_series(1, 13000) AS n) AS post;
            INSERT INTO twitter.tweet_hashtag SELECT id, 'tag' || author_id % 100, 'Tag', created_at FROM twitter.tweet;
            INSERT INTO ops.changed_hour (hour)
            SELECT date_trunc('hour', created_at, 'UTC') FROM twitter.tweet ORDER BY id DESC OFFSET 500 LIMIT 1;
            ANALYZE
            """;

    private final DataSource database = TestWarehouse.migrated();
    private final ExplainedStatements plans = new ExplainedStatements(database);
    private final JdbcAnalytics analytics = new JdbcAnalytics(plans.database(), Duration.ofMinutes(1));

    @BeforeEach
    void fill() throws SQLException {
        update(database, POSTS);
    }

    @Test
    void listedPostsComeFromIndexes() throws Exception {
        analytics.posts(filter(List.of()), 50);
        analytics.posts(filter(List.of("tag1", "tag2")), 50);
        assertThatPostsComeFromIndexes();
    }

    @Test
    void countsComeFromIndexes() throws Exception {
        Instant end = (Instant) value("SELECT max(created_at) FROM twitter.tweet");
        for (List<String> hashtags : List.of(List.<String>of(), List.of("tag1"))) {
            Selection selection = new Selection(hashtags, end.minus(Duration.ofDays(7)), end);
            analytics.hashtagCounts(selection, 20);
            analytics.seriesCounts(selection, Interval.HOUR, ZoneOffset.UTC);
            analytics.languageCounts(selection, 20);
            analytics.topPosts(selection, 20);
            analytics.coOccurring(selection, 20);
            analytics.hashtags(selection, 20);
        }
        assertThatPostsComeFromIndexes();
    }

    @Test
    void anIdIsLookedUpInItsPartitionAlone() throws Exception {
        List<String> plan = rows(
                        database,
                        "EXPLAIN SELECT text FROM twitter.tweet WHERE id = "
                                + value("SELECT min(id) FROM twitter.tweet"))
                .stream()
                .map(row -> (String) row.get("QUERY PLAN"))
                .toList();
        assertThat(plan.get(0)).startsWith("Index Scan using tweet_2");
    }

    private static PostFilter filter(List<String> hashtags) {
        return new PostFilter(hashtags, null, null, null, null, null, null, null);
    }

    private void assertThatPostsComeFromIndexes() {
        assertThat(plans.lines())
                .anyMatch(line -> line.matches(".*Index.* on tweet_\\d{4}_\\d{2}.*"))
                .noneMatch(line -> line.matches(".*Seq Scan on tweet_(hashtag_)?\\d{4}_\\d{2}.*"));
    }

    private Object value(String query) throws SQLException {
        return rows(database, query).get(0).values().iterator().next();
    }
}
