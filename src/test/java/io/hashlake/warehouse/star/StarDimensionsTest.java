package io.hashlake.warehouse.star;

import static io.hashlake.warehouse.TestWarehouse.rows;
import static org.assertj.core.api.Assertions.assertThat;

import io.hashlake.ServerTest;
import io.hashlake.tweet.Hashtag;
import io.hashlake.tweet.Tweet;
import io.hashlake.tweet.User;
import io.hashlake.warehouse.TestWarehouse;
import io.hashlake.warehouse.sink.ObservedPosts;
import io.hashlake.warehouse.sink.Tweets;
import io.hashlake.warehouse.sink.WarehouseSink;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the dimensions say, and which of their rows facts point to. */
@ServerTest
class StarDimensionsTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final DataSource database = TestWarehouse.migrated();
    private final WarehouseSink sink = ObservedPosts.sink(database);
    private StarJob job;

    @BeforeEach
    void open() throws Exception {
        job = new StarJob(database, "America/Sao_Paulo");
    }

    @AfterEach
    void close() {
        job.close();
    }

    @Test
    void anAccountThatChangedGetsAVersionAndPostsShowTheOneOfTheirTime() throws Exception {
        store(post(1, Tweets.described(7, "before", 10), NOON.plusSeconds(10)));
        store(post(2, Tweets.described(7, "after", 20), NOON.plusSeconds(20)));
        store(post(3, Tweets.described(7, "after", 20), NOON.plusSeconds(30)));

        assertThat(rows(database, """
                SELECT name, followers_count, valid_from::text, valid_to::text, is_current FROM dw.dim_user ORDER BY valid_from
                """))
                .extracting(Map::values)
                .map(List::copyOf)
                .containsExactly(
                        List.of("before", 10L, "-infinity", text(20), false),
                        List.of("after", 20L, text(20), "infinity", true));
        assertThat(rows(database, """
                SELECT tweet_id, name, f.followers_count FROM dw.fact_tweet f JOIN dw.dim_user USING (user_key) ORDER BY tweet_id
                """))
                .extracting(Map::values)
                .map(List::copyOf)
                .containsExactly(List.of(1L, "before", 20L), List.of(2L, "after", 20L), List.of(3L, "after", 20L));
    }

    @Test
    void anAccountThatIsDescribedLaterGetsAVersion() throws Exception {
        store(post(1, User.ofId(7), NOON.plusSeconds(10)));
        store(post(2, Tweets.described(7, "known", 20), NOON.plusSeconds(20)));
        assertThat(rows(database, "SELECT username, is_current FROM dw.dim_user ORDER BY valid_from"))
                .extracting(row -> row.get("username"))
                .containsExactly(null, "user7");
    }

    @Test
    void aHashtagIsShownAsTheEarliestKnownPostWroteIt() throws Exception {
        store(tagged(2, "HEALTH", NOON));
        assertThat(hashtag()).containsExactly("HEALTH", NOON);
        store(tagged(3, "hEALTH", NOON.plusSeconds(3600)));
        assertThat(hashtag()).containsExactly("HEALTH", NOON);
        store(tagged(1, "Health", NOON.minusSeconds(86_400)));
        assertThat(hashtag()).containsExactly("Health", NOON.minusSeconds(86_400));
    }

    @Test
    void datesAreThoseOfTheReportingZone() throws Exception {
        store(tagged(1, "Health", Instant.parse("2027-01-01T02:59:00Z")));
        assertThat(rows(database, "SELECT d.*, f.time_key FROM dw.dim_date d JOIN dw.fact_tweet f USING (date_key)")
                        .get(0)
                        .values())
                .map(Object::toString)
                .containsExactly("20261231", "2026-12-31", "2026", "4", "12", "31", "2026", "53", "4", "false", "2359");
    }

    @Test
    void everyMinuteAndTheUnknownLanguageAreThereFromTheStart() throws Exception {
        assertThat(rows(database, "SELECT count(*), min(time_key), max(time_key) FROM dw.dim_time")
                        .get(0)
                        .values())
                .map(Object::toString)
                .containsExactly("1440", "0", "2359");
        assertThat(rows(database, "SELECT part_of_day, min(hour) FROM dw.dim_time GROUP BY 1 ORDER BY 2"))
                .extracting(row -> row.get("part_of_day") + " " + row.get("min"))
                .containsExactly("night 0", "morning 6", "afternoon 12", "evening 18");
        assertThat(rows(database, "SELECT language FROM dw.dim_language")).containsExactly(Map.of("language", "und"));
    }

    @Test
    void countsThatAreTooLargeTogetherStopNothing() throws Exception {
        store(tagged(1, "Health", NOON), tagged(2, "Health", NOON));
        TestWarehouse.update(database, """
                UPDATE twitter.tweet SET like_count = 9223372036854775807, retweet_count = 9223372036854775807;
                UPDATE twitter."user" SET followers_count = 9223372036854775807;
                INSERT INTO ops.changed_hour (hour) VALUES ('2026-03-01 12:00Z')
                """);
        job.run();
        assertThat(rows(database, "SELECT engagement FROM dw.fact_hashtag_hour"))
                .containsExactly(Map.of("engagement", Long.MAX_VALUE));
    }

    private List<Object> hashtag() throws Exception {
        return List.copyOf(rows(database, "SELECT hashtag_text, first_used_at FROM dw.dim_hashtag")
                .get(0)
                .values());
    }

    private void store(Tweet... tweets) throws Exception {
        ObservedPosts.commit(sink, List.of(tweets));
        job.run();
    }

    private static Tweet post(long id, User author, Instant observedAt) {
        return ObservedPosts.by(author, ObservedPosts.post(id, 7, NOON, List.of(), List.of(id), observedAt));
    }

    private static Tweet tagged(long id, String hashtag, Instant createdAt) {
        return ObservedPosts.post(id, 7, createdAt, List.of(Hashtag.of(hashtag)), List.of(id), createdAt);
    }

    private String text(int second) throws Exception {
        return (String) rows(database, "SELECT '" + NOON.plusSeconds(second) + "'::timestamptz::text AS text")
                .get(0)
                .get("text");
    }
}
