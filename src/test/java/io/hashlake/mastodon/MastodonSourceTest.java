package io.hashlake.mastodon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hashlake.ServerTest;
import io.hashlake.TestConfig;
import io.hashlake.core.Rejected;
import io.hashlake.simulator.mastodon.MastodonFault;
import io.hashlake.simulator.mastodon.SimulatedMastodon;
import io.hashlake.simulator.mastodon.TrueStatus;
import io.hashlake.simulator.world.WorldSettings;
import io.hashlake.source.FakeCursors;
import io.hashlake.source.SourcePolling;
import io.hashlake.source.SourceStatus;
import io.hashlake.tweet.Hashtag;
import io.hashlake.tweet.Tweet;
import io.hashlake.x.stream.FakeOutput;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ServerTest
class MastodonSourceTest {

    private final FakeCursors cursors = new FakeCursors();
    private final FakeOutput output = new FakeOutput();
    private final Instant began = Instant.now();
    private SimulatedMastodon server;

    @BeforeEach
    void start() throws IOException {
        server = server(0);
    }

    /** All posts were written in the quarter of an hour before. */
    private static SimulatedMastodon server(int number) throws IOException {
        WorldSettings world = WorldSettings.of(42, 10, 600).withHashtags(List.of("covid19", "saúde", "climate"));
        return SimulatedMastodon.start(world, number, Clock.systemUTC(), 0);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void pagesForwardThroughEveryPostOnce() throws Exception {
        source("saúde").poll();

        assertThat(uris()).isEqualTo(truth("saúde"));
        assertThat(output.batches.stream()
                        .mapToInt(batch -> batch.tweets().size())
                        .sum())
                .isEqualTo(uris().size());
        assertThat(output.batches.get(0).start()).isEqualTo("status:0");
        assertThat(server.requests()).allMatch(request -> request.endsWith(" hashlake-test"));
    }

    @Test
    void beginsWithTheNewestPageUnlessHistoryIsWanted() throws Exception {
        source("covid19", "history=false").poll();

        assertThat(uris()).hasSize(40);
        assertThat(truth("covid19")).containsAll(uris());
    }

    @Test
    void goesOnAtTheCursorAfterARestart() throws Exception {
        source("covid19").poll();
        output.batches.clear();

        MastodonSource again = source("covid19");
        again.poll();

        assertThat(output.batches).isEmpty();
        assertThat(again.status()).isInstanceOf(SourceStatus.Running.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"RATE_LIMITED", "UNAVAILABLE", "NO_JSON", "NO_LIST"})
    void losesNothingWhateverTheServerAnswers(MastodonFault fault) {
        server.fail(fault);
        SourcePolling polling = SourcePolling.start(source("covid19"));

        await().atMost(Duration.ofMinutes(1)).until(() -> uris().equals(truth("covid19")));
        polling.end();
        assertThat(output.batches)
                .allSatisfy(batch -> assertThat(batch.rejected()).isEmpty());
    }

    @Test
    void aServerThatGoesBackIsAskedAgainLater() throws Exception {
        MastodonSource source = source("covid19");
        source.poll();
        server.fail(MastodonFault.OLD_PAGE);

        source.poll();

        assertThat(source.status().toString()).contains("none of which is newer than id");
        source.poll();
        assertThat(source.status()).isInstanceOf(SourceStatus.Running.class);
        assertThat(uris()).isEqualTo(truth("covid19"));
    }

    @Test
    void aStatusThatCannotBeReadGoesAloneToTheDeadLetter() throws Exception {
        server.fail(MastodonFault.BROKEN_STATUS);

        source("covid19").poll();

        List<Rejected> rejected = output.batches.stream()
                .flatMap(batch -> batch.rejected().stream())
                .toList();
        assertThat(rejected).hasSize(1);
        assertThat(rejected.get(0).reason()).isEqualTo("content is missing");
        assertThat(uris()).hasSize(truth("covid19").size() - 1);
    }

    @Test
    void aClosedTimelineStopsThatServer() throws Exception {
        server.fail(MastodonFault.CLOSED);

        MastodonSource source = source("covid19");

        assertThat(source.poll()).isEmpty();
        assertThat(source.status().toString())
                .isEqualTo(
                        "stopped: 127.0.0.1 does not show timelines of hashtags to the public (HTTP 401); ask another"
                                + " server, or set hashlake.mastodon.tokens");
    }

    @Test
    void aServerThatSaysItBeforehandIsNotAsked() throws Exception {
        server.shut();

        MastodonSource source = source("covid19");

        assertThat(source.poll()).isEmpty();
        assertThat(source.status().toString()).contains("hashtag_feeds.remote is authenticated");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void severalServersKnowMoreAndAgreeOnIds() throws Exception {
        try (SimulatedMastodon other = server(1)) {
            source("covid19").poll();
            List<Tweet> first = tweets();
            new MastodonSource("b", Hashtag.of("covid19"), client(other), services("history=true"), output::take)
                    .poll();

            Set<String> all = new TreeSet<>(truth("covid19"));
            all.addAll(truth(other, "covid19"));
            assertThat(uris()).isEqualTo(all).hasSizeGreaterThan(first.size());
            assertThat(tweets().stream().map(Tweet::id).distinct()).hasSize(all.size());
        }
    }

    @Test
    void pollsLessOftenWhileNothingComes() throws Exception {
        MastodonSource source = source("covid19");

        assertThat(source.poll()).contains(Duration.ofSeconds(1));
        assertThat(source.poll()).contains(Duration.ofSeconds(2));
        assertThat(source.poll()).contains(Duration.ofSeconds(4));
    }

    @Test
    void aCursorOfAnotherKindStopsTheSource() throws Exception {
        cursors.positions.put("a", "search:1595477170540503041");

        assertThat(source("covid19").poll()).isEmpty();
    }

    private MastodonSource source(String hashtag, String... changed) {
        String[] settings = changed.length == 0 ? new String[] {"history=true"} : changed;
        return new MastodonSource("a", Hashtag.of(hashtag), client(server), services(settings), output::take);
    }

    private MastodonClient client(SimulatedMastodon asked) {
        return new MastodonClient(
                MastodonServer.list(asked.address().toString()).get(0), services());
    }

    private MastodonServices services(String... changed) {
        List<String> settings = new ArrayList<>(List.of("delay=1s"));
        settings.addAll(List.of(changed));
        MastodonConfig config = TestConfig.of(MastodonConfig.class, settings.toArray(String[]::new));
        return new MastodonServices(config, cursors, Clock.systemUTC(), "hashlake-test", false);
    }

    private List<Tweet> tweets() {
        return output.batches.stream().flatMap(batch -> batch.tweets().stream()).toList();
    }

    private Set<String> uris() {
        return tweets().stream().map(Tweet::uri).collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> truth(String hashtag) {
        return truth(server, hashtag);
    }

    private Set<String> truth(SimulatedMastodon asked, String hashtag) {
        return asked.truth(began.minus(Duration.ofHours(1)), Instant.now()).stream()
                .filter(post -> post.hashtags().contains(hashtag))
                .map(TrueStatus::uri)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
