package io.hashlake.warehouse.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.hashlake.ServerTest;
import io.hashlake.core.TweetBatch;
import io.hashlake.tweet.Metrics;
import io.hashlake.tweet.Tweet;
import io.hashlake.tweet.User;
import io.hashlake.warehouse.TestWarehouse;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** The final state depends on what was observed, not on the order, the batches or the repetitions in which it arrived. */
@ServerTest
class NewestObservationTest {

    private static AgroalDataSource database;

    @BeforeContainer
    static void open() throws SQLException {
        database = TestWarehouse.pooled();
    }

    @AfterContainer
    static void close() {
        database.close();
    }

    /** One observation of one of a few tweets, at one of a few moments. */
    record Seen(long id, int second, boolean counted, boolean described, List<String> followed) {

        Instant at() {
            return Tweets.OBSERVED.plusSeconds(second);
        }

        long author() {
            return id % 2 + 1;
        }

        /** What is seen of a tweet at one moment is the same, however often it is seen, but more or less of it is given. */
        Tweet tweet() {
            User author = described ? Tweets.described(author(), "name at " + second, second) : User.ofId(author());
            Metrics metrics = counted ? new Metrics(second, 10 + second, second, 0, 0, second) : Metrics.NONE;
            return Tweets.observed(id, "text at " + second, author, metrics, at(), followed);
        }
    }

    @Property(tries = 60)
    void winsInAnyOrderOfArrival(@ForAll("arrivals") List<List<Seen>> commits) throws Exception {
        TestWarehouse.update(
                database, "DELETE FROM twitter.tweet; DELETE FROM twitter.\"user\"; DELETE FROM twitter.tweet_hashtag");
        WarehouseSink sink = new WarehouseSink(
                database,
                rejected -> {
                    throw new AssertionError(rejected);
                },
                Clock.systemUTC());
        for (List<Seen> commit : commits) {
            List<Tweet> tweets = commit.stream().map(Seen::tweet).toList();
            sink.write(new TweetBatch("source", "a", "b", tweets, List.of()));
            sink.commit();
        }

        List<Seen> all = commits.stream().flatMap(List::stream).toList();
        assertThat(WarehouseState.of(database)).isEqualTo(WarehouseState.expected(all));
    }

    /** Some observations, each once or more, shuffled and cut into commits. */
    @Provide
    Arbitrary<List<List<Seen>>> arrivals() {
        return seen().list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .flatMap(
                        observed -> Arbitraries.of(observed).list().ofMaxSize(8).flatMap(repeated -> {
                            List<Seen> all = new ArrayList<>(observed);
                            all.addAll(repeated);
                            return Arbitraries.shuffle(all);
                        }))
                .flatMap(all -> Arbitraries.integers().between(1, all.size()).map(size -> cut(all, size)));
    }

    private static Arbitrary<Seen> seen() {
        return Combinators.combine(
                        Arbitraries.longs().between(1, 4),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false),
                        Arbitraries.of("covid19", "saúde", "health").set().ofMaxSize(2))
                .as((tweet, second, counted, described, followed) -> new Seen(
                        tweet,
                        second,
                        counted,
                        described,
                        followed.stream().sorted().toList()));
    }

    private static List<List<Seen>> cut(List<Seen> all, int size) {
        List<List<Seen>> commits = new ArrayList<>();
        for (int from = 0; from < all.size(); from += size) {
            commits.add(all.subList(from, Math.min(all.size(), from + size)));
        }
        return commits;
    }
}
