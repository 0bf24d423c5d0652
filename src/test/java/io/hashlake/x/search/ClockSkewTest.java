package io.hashlake.x.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.hashlake.ServerTest;
import io.hashlake.TestConfig;
import io.hashlake.core.Gap;
import io.hashlake.core.Position;
import io.hashlake.simulator.Simulator;
import io.hashlake.simulator.TestSimulator;
import io.hashlake.simulator.settings.SimulatorSettings;
import io.hashlake.simulator.truth.TruePost;
import io.hashlake.source.FakeCursors;
import io.hashlake.tweet.Snowflake;
import io.hashlake.x.client.ApiListener;
import io.hashlake.x.client.BearerToken;
import io.hashlake.x.client.SearchRequest;
import io.hashlake.x.client.XClient;
import io.hashlake.x.client.XConfig;
import io.hashlake.x.client.XSettings;
import io.hashlake.x.client.XTime;
import io.hashlake.x.query.SearchQuery;
import io.hashlake.x.walk.MeteredSearch;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Searches by a machine whose clock is wrong, against the simulator, whose answers are dated by one that is right. */
@ServerTest
class ClockSkewTest {

    private static final SearchSettings SETTINGS =
            new SearchSettings(SearchRequest.Scope.RECENT, Duration.ofSeconds(15), Duration.ofMinutes(15), 100);

    private final Instant started = Instant.now();
    private final FakeCursors cursors = new FakeCursors();
    private final List<Gap> gaps = new ArrayList<>();
    private final Set<Long> landed = new ConcurrentSkipListSet<>();
    private Simulator simulator;

    @BeforeEach
    void simulate() throws IOException {
        SimulatorSettings settings =
                TestSimulator.settings().withPostsPerSecond(20).withHashtags(List.of("covid19"));
        simulator = Simulator.start(settings, Clock.systemUTC(), 0);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT20S", "PT2H", "P8D", "-PT20S", "-PT2H", "-P8D"})
    void everyPostLandsAndCursorsAreOfXsTime(Duration ahead) {
        XTime time = new XTime(Clock.offset(Clock.systemUTC(), ahead));
        SearchPoller poller = poller(time);

        pollUntilPostsOfNowHaveLanded(poller);

        assertThat(landed).containsAll(written());
        assertThat(gaps).isEmpty();
        assertThat(time.ahead()).isCloseTo(ahead, Duration.ofSeconds(10));
        assertThat(Snowflake.time(reached())).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
    }

    @Test
    void aCursorThatAClockLeftInXsFutureIsBroughtBackAndWhatItHidIsDeclared() {
        Instant future = started.plus(Duration.ofHours(3));
        cursors.positions.put("covid19", "search:" + Snowflake.firstAt(future));
        SearchPoller poller = poller(new XTime(Clock.systemUTC()));

        pollUntilPostsOfNowHaveLanded(poller);

        assertThat(landed).containsAll(written());
        assertThat(Snowflake.time(reached())).isBefore(future);
        assertThat(gaps).singleElement().satisfies(gap -> {
            assertThat(gap.reason()).contains("in X's future");
            assertThat(gap.from()).isBefore(started.minus(Duration.ofDays(6)));
            assertThat(gap.to()).isCloseTo(started.minus(SETTINGS.lookBack()), within(1, ChronoUnit.MINUTES));
        });
    }

    private SearchPoller poller(XTime time) {
        XSettings settings =
                XSettings.of(simulator.baseUri(), new BearerToken("a-token-of-tests"), TestConfig.of(XConfig.class));
        XClient x = new XClient(settings, time, ApiListener.NONE);
        SearchPoller poller = new SearchPoller(MeteredSearch.free(x), SETTINGS, gaps::add, time);
        poller.add(new SearchSource("covid19", new SearchQuery("#covid19"), cursors, batch -> {
            batch.tweets().forEach(tweet -> landed.add(tweet.id()));
            return CompletableFuture.completedFuture(null);
        }));
        return poller;
    }

    private void pollUntilPostsOfNowHaveLanded(SearchPoller poller) {
        long now = Snowflake.firstAt(Instant.now());
        await().atMost(Duration.ofMinutes(1)).until(() -> {
            poller.poll();
            return landed.stream().anyMatch(id -> id > now);
        });
    }

    /** From the look-back on, until what the test waited for. */
    private List<Long> written() {
        return simulator.truth("#covid19").stream()
                .filter(post -> post.createdAt()
                        .isAfter(started.minus(SETTINGS.lookBack()).plusSeconds(30)))
                .filter(post -> post.createdAt().isBefore(started))
                .map(TruePost::id)
                .toList();
    }

    private long reached() {
        return SearchCursor.of(Position.parse(cursors.positions.get("covid19"))).since();
    }
}
