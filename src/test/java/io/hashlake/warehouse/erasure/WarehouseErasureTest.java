package io.hashlake.warehouse.erasure;

import static io.hashlake.warehouse.TestWarehouse.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hashlake.ServerTest;
import io.hashlake.core.TweetBatch;
import io.hashlake.core.erasure.Tombstones;
import io.hashlake.lake.commit.TestTweets;
import io.hashlake.tweet.Entities;
import io.hashlake.tweet.FakeClock;
import io.hashlake.tweet.Hashtag;
import io.hashlake.tweet.Reference;
import io.hashlake.tweet.Tweet;
import io.hashlake.tweet.User;
import io.hashlake.warehouse.TestWarehouse;
import io.hashlake.warehouse.erasure.Tombstone.Kind;
import io.hashlake.warehouse.sink.WarehouseSink;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ServerTest
class WarehouseErasureTest {

    private static final Duration SETTLE = Duration.ofMinutes(10);

    private final FakeClock clock = new FakeClock(TestTweets.START);
    private DataSource database;
    private WarehouseSink sink;
    private ErasureLedger ledger;
    private WarehouseErasure erasure;

    @BeforeEach
    void open() throws Exception {
        database = TestWarehouse.migrated();
        sink = new WarehouseSink(database, letters -> {}, clock);
        sink.open();
        ledger = new ErasureLedger(database, clock);
        erasure = new WarehouseErasure(database);
    }

    @Test
    void removesPostsWithTheirHashtagsAndAccountsWithoutPostsAndNothingElse() throws Exception {
        commit(post(1, "covid19"), post(2, "covid19"), post(3, "flu"));
        List<?> other = rows(database, "SELECT * FROM twitter.tweet WHERE id = 1");

        assertThat(ledger.set("forget post", forgotten(2, 3))).isEqualTo(2);
        assertThat(erasure.erase(ledger.due(SETTLE).tombstones())).isEqualTo(2);

        assertThat(rows(database, "SELECT * FROM twitter.tweet")).isEqualTo(other);
        assertThat(ids("SELECT tweet_id AS id FROM twitter.tweet_hashtag")).containsOnly(1L);
        assertThat(ids("SELECT id FROM twitter.\"user\"")).containsExactly(author(1));
        assertThat(erasure.erase(ledger.due(SETTLE).tombstones())).isZero();
    }

    @Test
    void marksTheHoursOfWhatItRemoved() throws Exception {
        commit(post(1, "covid19"));
        TestWarehouse.update(database, "DELETE FROM ops.changed_hour");

        ledger.set("forget post", forgotten(1));
        erasure.erase(ledger.due(SETTLE).tombstones());

        assertThat(rows(database, "SELECT hour FROM ops.changed_hour")).hasSize(1);
    }

    @Test
    void storesNoPostThatWasErasedWhileItWaitedForItsCommit() throws Exception {
        sink.write(batch(post(1, "covid19"), post(2, "covid19")));
        ledger.set("forget post", forgotten(1));
        sink.commit();

        assertThat(ids("SELECT id FROM twitter.tweet")).containsExactly(2L);
    }

    @Test
    void forgetsAllPostsOfAUserAndTheirRetweets() throws Exception {
        Tweet retweet = post(9, "covid19").toBuilder()
                .references(List.of(new Reference(Reference.Type.RETWEETED, 1)))
                .build();
        commit(post(1, "covid19"), post(2, "covid19"), retweet);

        ledger.set("forget user", List.of(new Tombstone(Kind.USER, author(1), Tombstone.FORGOTTEN)));
        erasure.erase(ledger.due(SETTLE).tombstones());
        commit(post(1, "covid19"), retweet);

        assertThat(ids("SELECT id FROM twitter.tweet")).containsExactly(2L);
    }

    @Test
    void removesThePlaceOfAPostAndNothingElse() throws Exception {
        commit(TestTweets.full(1));
        Map<String, Object> before =
                rows(database, "SELECT * FROM twitter.tweet").get(0);
        assertThat(before).containsKey("place_id");

        ledger.set("compliance", List.of(new Tombstone(Kind.PLACE, 1, "scrub_geo")));
        assertThat(erasure.erase(ledger.due(SETTLE).tombstones())).isEqualTo(1);

        Map<String, Object> after =
                rows(database, "SELECT * FROM twitter.tweet").get(0);
        assertThat(after).containsEntry("place_id", null).containsEntry("text", before.get("text"));
        assertThat(after.entrySet().stream()
                        .filter(entry -> !before.entrySet().contains(entry))
                        .map(Map.Entry::getKey))
                .allMatch(column -> column.startsWith("place_"));
    }

    @Test
    void findsThePostsThatAreWithheldInGivenCountries() throws Exception {
        commit(TestTweets.full(1), post(2, "covid19"));
        StoredIds stored = new StoredIds(database);

        assertThat(stored.withheldIn(List.of("BR", "DE"))).containsExactly(new Tombstone(Kind.POST, 1, "withheld"));
        assertThat(stored.withheldIn(List.of("BR"))).isEmpty();
    }

    @Test
    void comesBackToAnErasureOnceAndThenCallsItVerified() throws Exception {
        ledger.set("forget post", forgotten(1, 2));
        assertThat(ledger.set("forget post", forgotten(2))).isZero();

        ErasureLedger.Due first = ledger.due(SETTLE);
        assertThat(first.tombstones().posts().stream()).containsExactly(1L, 2L);
        ledger.mark(first, 5);
        assertThat(ledger.due(SETTLE).isEmpty()).isTrue();

        clock.pass(SETTLE);
        ledger.mark(ledger.due(SETTLE), 1);
        clock.pass(SETTLE);
        assertThat(ledger.due(SETTLE).isEmpty()).isTrue();
        assertThat(rows(database, "SELECT ids, removed, verified_at IS NOT NULL AS verified FROM ops.erasure"))
                .containsExactly(Map.of("ids", 2L, "removed", 6L, "verified", true));
    }

    @Test
    void readsTheTombstonesThatOtherProcessesSet() throws Exception {
        ledger.set("forget post", forgotten(1));
        Tombstones known = new JdbcTombstones(database).current();

        assertThat(known.posts().contains(1)).isTrue();
        assertThat(known.posts().contains(2)).isFalse();
    }

    @Test
    void startsWithoutTombstonesOnlyWhereThereAreNone() {
        assertThatThrownBy(() -> new JdbcTombstones(TestWarehouse.unreachable()).current())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("the tombstones cannot be read from the warehouse");
    }

    @Test
    void leavesNothingButTheAuditWhenEverythingIsForgotten() throws Exception {
        commit(post(1, "covid19"));
        ledger.set("forget post", forgotten(5));
        assertThat(erasure.contents()).isEqualTo("1 post, 1 account, 1 tombstone");

        erasure.eraseAll();

        assertThat(erasure.contents()).isEmpty();
        assertThat(rows(database, "SELECT id FROM ops.erasure")).hasSize(1);
    }

    private void commit(Tweet... tweets) throws IOException {
        sink.write(batch(tweets));
        sink.commit();
    }

    private static TweetBatch batch(Tweet... tweets) {
        return TestTweets.batch("search", "0", "1", List.of(tweets));
    }

    private static List<Tombstone> forgotten(long... posts) {
        return LongStream.of(posts)
                .mapToObj(post -> new Tombstone(Kind.POST, post, Tombstone.FORGOTTEN))
                .toList();
    }

    /** Every post has an author of its own. */
    private static Tweet post(long id, String hashtag) {
        return TestTweets.tweet(id, hashtag).toBuilder()
                .author(User.ofId(author(id)))
                .entities(new Entities(List.of(Hashtag.of(hashtag)), List.of(), List.of(), List.of(), List.of()))
                .build();
    }

    private static long author(long post) {
        return 100 + post;
    }

    private List<Object> ids(String sql) throws Exception {
        return rows(database, sql).stream().map(row -> row.get("id")).toList();
    }
}
