package io.hashlake.x.search;

import static io.hashlake.tweet.TweetSamples.tweet;
import static org.assertj.core.api.Assertions.assertThat;

import io.hashlake.source.FakeCursors;
import io.hashlake.tweet.FakeClock;
import io.hashlake.tweet.Snowflake;
import io.hashlake.tweet.Tweet;
import io.hashlake.x.client.FakeSearch;
import io.hashlake.x.client.SearchRequest;
import io.hashlake.x.client.XTime;
import io.hashlake.x.query.SearchQuery;
import io.hashlake.x.walk.MeteredSearch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.BeforeTry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LateListingTest {

    private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");
    private static final Duration SETTLING = Duration.ofSeconds(60);
    private static final SearchSettings SETTINGS =
            new SearchSettings(SearchRequest.Scope.RECENT, Duration.ofSeconds(15), Duration.ZERO, 100, SETTLING);

    private FakeClock clock;
    private FakeSearch search;
    private Map<Tweet, Instant> unlisted;
    private List<Tweet> delivered;
    private SearchPoller poller;

    /** Each try of a property begins with a world of its own. */
    @BeforeTry
    @BeforeEach
    void begin() {
        clock = new FakeClock(START);
        search = new FakeSearch();
        unlisted = new HashMap<>();
        delivered = new ArrayList<>();
        poller = poller();
    }

    @Property(tries = 15)
    void aPostListedWithinTheSettlingTimeIsDeliveredOnce(
            @ForAll @IntRange(min = 0, max = 30) int postsPerSecond, @ForAll Random random) throws Exception {
        List<Tweet> written = new ArrayList<>();
        for (int second = 0; second < 240; second++) {
            for (int i = 0; i < postsPerSecond; i++) {
                Tweet post = tweet(Snowflake.firstAt(clock.instant()) + 1000L * i, "covid19");
                int lateness = random.nextInt(10) == 0 ? random.nextInt((int) SETTLING.toMillis()) : 0;
                unlisted.put(post, clock.instant().plusMillis(lateness));
                written.add(post);
            }
            passOneSecond();
        }
        for (int second = 0; second < 2 * SETTLING.toSeconds() + 15; second++) {
            passOneSecond();
        }

        assertThat(delivered).extracting(Tweet::id).doesNotHaveDuplicates();
        assertThat(delivered)
                .extracting(Tweet::id)
                .containsAll(written.stream().map(Tweet::id).toList());
    }

    @Test
    void aBusySearchReachesBackOncePerSettlingTime() throws Exception {
        assertThat(requestsIn5Minutes(14)).isLessThan(450 / 3);
    }

    @Test
    void aQuietSearchReachesBackWithEachPollAtNoFurtherRequest() throws Exception {
        assertThat(requestsIn5Minutes(0)).isEqualTo(20);
        clock.pass(Duration.ofMinutes(5));
        Tweet late = tweet(Snowflake.firstAt(clock.instant().minusSeconds(50)), "covid19");
        search.posts.addAll(List.of(late, tweet(Snowflake.firstAt(clock.instant()), "covid19")));
        poller.poll();
        assertThat(delivered).extracting(Tweet::id).contains(late.id());
    }

    private int requestsIn5Minutes(int postsPerSecond) throws Exception {
        for (int second = 0; second < 300; second++) {
            for (int i = 0; i < postsPerSecond; i++) {
                unlisted.put(tweet(Snowflake.firstAt(clock.instant()) + 1000L * i, "covid19"), clock.instant());
            }
            passOneSecond();
        }
        return search.requests.size();
    }

    private void passOneSecond() throws Exception {
        clock.pass(Duration.ofSeconds(1));
        unlisted.entrySet().removeIf(post -> {
            boolean isListed = !post.getValue().isAfter(clock.instant());
            return isListed && search.posts.add(post.getKey());
        });
        if (Duration.between(START, clock.instant()).toSeconds() % 15 == 0) {
            poller.poll();
        }
    }

    private SearchPoller poller() {
        SearchPoller created = new SearchPoller(MeteredSearch.free(search), SETTINGS, gap -> {}, new XTime(clock));
        created.add(new SearchSource("covid19", new SearchQuery("#covid19"), new FakeCursors(), batch -> {
            delivered.addAll(batch.tweets());
            return CompletableFuture.completedFuture(null);
        }));
        return created;
    }
}
