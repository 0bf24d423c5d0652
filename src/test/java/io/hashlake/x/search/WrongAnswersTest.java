package io.hashlake.x.search;

import static io.hashlake.tweet.TweetSamples.tweet;
import static org.assertj.core.api.Assertions.assertThat;

import io.hashlake.core.Gap;
import io.hashlake.source.FakeCursors;
import io.hashlake.tweet.FakeClock;
import io.hashlake.tweet.Snowflake;
import io.hashlake.tweet.Tweet;
import io.hashlake.x.client.SearchRequest;
import io.hashlake.x.client.XTime;
import io.hashlake.x.query.SearchQuery;
import io.hashlake.x.walk.MeteredSearch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** However wrongly X answers, nothing is lost that is not declared, and hardly more is asked than of one that answers rightly. */
class WrongAnswersTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Duration INTERVAL = Duration.ofSeconds(15);
    private static final SearchSettings SETTINGS =
            new SearchSettings(SearchRequest.Scope.RECENT, INTERVAL, Duration.ofMinutes(15), 10);
    private static final int POLLS = 20;
    private static final int MAX_EXTRA_REQUESTS = 20;

    /** What became of a scenario. */
    private record Outcome(WrongX x, TreeSet<Long> landed, List<Gap> gaps) {

        List<Long> lost() {
            return x.written().keySet().stream()
                    .filter(id -> !landed.contains(id) && !isDeclared(Snowflake.time(id)))
                    .toList();
        }

        private boolean isDeclared(Instant time) {
            return gaps.stream().anyMatch(gap -> !time.isBefore(gap.from()) && time.isBefore(gap.to()));
        }
    }

    @ParameterizedTest
    @EnumSource(WrongX.Fault.class)
    void whatXDoesWronglyAtEveryRequestCostsHardlyMore(WrongX.Fault fault) throws Exception {
        assertIsHarmless(1, List.of(fault), 5);
    }

    @ParameterizedTest
    @EnumSource(WrongX.Fault.class)
    void whatXDoesWronglyNowAndThenCostsHardlyMore(WrongX.Fault fault) throws Exception {
        for (int seed = 0; seed < 20; seed++) {
            assertIsHarmless(0.15, List.of(fault), seed);
        }
    }

    @Property(tries = 300)
    void whateverXDoesWronglyInTurnsNothingIsLostAndHardlyMoreIsAsked(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 100) int percent) throws Exception {
        Random choice = new Random(seed);
        List<WrongX.Fault> ways = new ArrayList<>();
        for (WrongX.Fault fault : WrongX.Fault.values()) {
            if (choice.nextBoolean()) {
                ways.add(fault);
            }
        }
        assertIsHarmless(percent / 100.0, ways.isEmpty() ? List.of(WrongX.Fault.NONE) : ways, seed);
    }

    private static void assertIsHarmless(double share, List<WrongX.Fault> ways, long seed) throws Exception {
        Outcome honest = run(0, List.of(WrongX.Fault.NONE), seed);
        Outcome wrong = run(share, ways, seed);
        assertThat(honest.landed)
                .as("posts of an honest X")
                .isEqualTo(new TreeSet<>(honest.x.written().keySet()));
        assertThat(honest.gaps).as("gaps of an honest X").isEmpty();
        assertThat(wrong.lost())
                .as("posts lost without a word of " + wrong.gaps)
                .isEmpty();
        assertThat(wrong.x.requests()).as("requests").isLessThanOrEqualTo(honest.x.requests() + MAX_EXTRA_REQUESTS);
    }

    /** Twenty polls of a hashtag that is followed while posts are written and listed late, and some once X is well again. */
    private static Outcome run(double share, List<WrongX.Fault> ways, long seed) throws Exception {
        FakeClock clock = new FakeClock(NOW);
        Random posts = new Random(seed);
        WrongX x = new WrongX(clock, new Random(seed + 1));
        Outcome outcome = new Outcome(x, new TreeSet<>(), new ArrayList<>());
        SearchPoller poller = new SearchPoller(MeteredSearch.free(x), SETTINGS, outcome.gaps::add, new XTime(clock));
        poller.add(new SearchSource("covid19", new SearchQuery("#covid19"), new FakeCursors(), batch -> {
            batch.tweets().forEach(tweet -> outcome.landed.add(tweet.id()));
            return CompletableFuture.completedFuture(null);
        }));
        write(x, posts, NOW.minus(Duration.ofMinutes(14)), 30 + posts.nextInt(60));
        x.fail(share, ways);
        for (int poll = 0; poll < POLLS; poll++) {
            poller.poll();
            write(x, posts, clock.instant(), posts.nextInt(12));
            clock.pass(INTERVAL);
        }
        x.fail(0, ways);
        for (int poll = 0; poll < 8; poll++) {
            poller.poll();
            clock.pass(INTERVAL);
        }
        return outcome;
    }

    /** Some posts of the next minutes, or seconds, of which every fifth is listed late. */
    private static void write(WrongX x, Random random, Instant from, int count) {
        for (int i = 0; i < count; i++) {
            Instant at = from.plusMillis(1 + i * 1_200L + random.nextInt(1_000));
            Duration late = random.nextInt(5) == 0 ? Duration.ofMillis(random.nextInt(60_000)) : Duration.ZERO;
            Tweet post = tweet(Snowflake.firstAt(at) + random.nextInt(1 << 20), "covid19");
            x.write(post, late);
        }
    }
}
