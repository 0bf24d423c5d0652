package io.hashlake.x.gap;

import static io.hashlake.tweet.TweetSamples.tweet;
import static org.assertj.core.api.Assertions.assertThat;

import io.hashlake.TestConfig;
import io.hashlake.core.DeclaredGap;
import io.hashlake.core.Gap;
import io.hashlake.core.GapState;
import io.hashlake.core.TweetBatch;
import io.hashlake.source.FakeCursors;
import io.hashlake.source.FakeSource;
import io.hashlake.source.Source;
import io.hashlake.tweet.FakeClock;
import io.hashlake.tweet.Snowflake;
import io.hashlake.tweet.Tweet;
import io.hashlake.x.client.ApiResult;
import io.hashlake.x.client.CountsApi;
import io.hashlake.x.client.CountsRequest;
import io.hashlake.x.client.FakeSearch;
import io.hashlake.x.client.PostCounts;
import io.hashlake.x.client.SearchApi;
import io.hashlake.x.client.XTime;
import io.hashlake.x.json.SearchPage;
import io.hashlake.x.query.SearchQuery;
import io.hashlake.x.search.SearchSource;
import io.hashlake.x.walk.MeteredSearch;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GapFillerTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Instant FROM = NOW.minus(Duration.ofHours(2));
    private static final Instant TO = NOW.minus(Duration.ofHours(1));
    private static final GapsConfig SETTINGS =
            TestConfig.of(GapsConfig.class, "delay=30s", "pages=2", "listed-after=60s", "verify=false");

    private final FakeClock clock = new FakeClock(NOW);
    private final FakeCursors cursors = new FakeCursors();
    private final FakeSearch search = new FakeSearch();
    private final FakeLedger ledger = new FakeLedger();
    private final List<Source> sources = new ArrayList<>();
    private final List<TweetBatch> batches = new ArrayList<>();
    private final List<String> heard = new ArrayList<>();
    private final List<CountsRequest> counted = new ArrayList<>();
    private ApiResult<PostCounts> count = new ApiResult.Ok<>(new PostCounts(List.of(), 3, Optional.empty()));
    private GapFiller filler = restarted(SETTINGS);

    @Test
    void handsOnEveryPostBetweenTheGapsTimesAndClosesIt() throws Exception {
        follow("covid", "#covid");
        declare("covid", FROM, TO);
        post(FROM.minusMillis(1), "covid");
        long first = post(FROM, "covid");
        long last = post(TO.minusMillis(1), "covid");
        post(TO, "covid");

        poll(2);

        assertThat(delivered()).containsExactly(last, first);
        assertThat(batches.get(0).origin()).isEqualTo("covid.gaps");
        assertThat(batches.get(0).tweets())
                .allSatisfy(tweet -> assertThat(tweet.followed()).containsExactly("covid"));
        assertThat(ledger.gaps).singleElement().satisfies(gap -> {
            assertThat(gap.state()).isEqualTo(GapState.CLOSED);
            assertThat(gap.postsFound()).isEqualTo(2);
            assertThat(gap.gap().from()).isEqualTo(FROM);
            assertThat(gap.gap().to()).isEqualTo(TO);
        });
        assertThat(heard).containsExactly("found 2", "covid has 1", "settled CLOSED", "covid has 0");
    }

    @Test
    void aGapStaysOpenUntilEverythingFoundInItIsCommitted() throws Exception {
        CompletableFuture<Void> committed = new CompletableFuture<>();
        sources.add(new FakeSource("covid", "#covid", batch -> committed));
        declare("covid", FROM, TO);
        post(FROM, "covid");

        poll(3);
        assertThat(state()).isEqualTo(GapState.OPEN);
        assertThat(search.requests).hasSize(1);
        committed.complete(null);
        poll(1);

        assertThat(state()).isEqualTo(GapState.CLOSED);
    }

    @Test
    void batchesFormOneChainOverAllGapsOfASource() throws Exception {
        follow("covid", "#covid");
        declare("covid", FROM, FROM.plusSeconds(60));
        declare("covid", TO.minusSeconds(60), TO);
        posts(250, FROM, "covid");
        post(TO.minusMillis(1), "covid");

        poll(8);

        assertThat(ledger.gaps).allSatisfy(gap -> assertThat(gap.state()).isEqualTo(GapState.CLOSED));
        assertThat(batches).hasSize(3);
        for (int i = 1; i < batches.size(); i++) {
            assertThat(batches.get(i).start()).isEqualTo(batches.get(i - 1).end());
        }
        assertThat(cursors.positions).containsEntry("covid.gaps", batches.get(2).end());
    }

    @Test
    void asksForNoMorePagesInATurnThanAllowed() throws Exception {
        follow("a", "#a");
        follow("b", "#b");
        declare("a", FROM, TO);
        declare("b", FROM, TO);
        posts(450, FROM, "a", "b");

        poll(1);

        assertThat(search.requests).hasSize(2);
        assertThat(delivered()).hasSize(200);
    }

    @Test
    void goesOnAfterARestartWhereItStoppedAndCountsEveryPostOnce() throws Exception {
        follow("covid", "#covid");
        declare("covid", FROM, TO);
        posts(450, FROM, "covid");

        for (int turn = 0; turn < 5; turn++) {
            filler = restarted(SETTINGS);
            poll(1);
        }

        assertThat(delivered()).hasSize(450).doesNotHaveDuplicates();
        assertThat(search.requests).hasSize(5);
        assertThat(ledger.gaps).singleElement().satisfies(gap -> {
            assertThat(gap.state()).isEqualTo(GapState.CLOSED);
            assertThat(gap.postsFound()).isEqualTo(450);
        });
    }

    @Test
    void readsAgainFromTheCursorWhenABatchFails() throws Exception {
        List<Boolean> works = new ArrayList<>(List.of(false, true));
        sources.add(new FakeSource("covid", "#covid", batch -> {
            batches.add(batch);
            return works.remove(0)
                    ? CompletableFuture.completedFuture(null)
                    : CompletableFuture.failedFuture(new IOException("no"));
        }));
        declare("covid", FROM, TO);
        post(FROM, "covid");

        poll(3);

        assertThat(batches).hasSize(2);
        assertThat(batches.get(1)).isEqualTo(batches.get(0));
        assertThat(ledger.gaps.get(0).postsFound()).isEqualTo(1);
    }

    @Test
    void believesThatNothingWasMissedOnlyWhenItIsSaidThreeTimes() throws Exception {
        follow("covid", "#covid");
        declare("covid", FROM, TO);

        poll(2);
        long late = post(FROM, "covid");
        poll(2);

        assertThat(delivered()).containsExactly(late);
        declare("covid", FROM.minusSeconds(20), FROM);
        poll(4);
        assertThat(ledger.gaps).allSatisfy(gap -> assertThat(gap.state()).isEqualTo(GapState.CLOSED));
        assertThat(ledger.gaps.get(1).postsFound()).isZero();
    }

    @Test
    void leavesAGapAloneUntilItsPostsAreListed() throws Exception {
        follow("covid", "#covid");
        declare("covid", NOW.minusSeconds(300), NOW.minusSeconds(30));

        poll(1);
        assertThat(search.requests).isEmpty();
        clock.pass(Duration.ofSeconds(31));
        poll(1);

        assertThat(search.requests).hasSize(1);
    }

    @Test
    void aGapThatMustWaitKeepsNoOtherWaiting() throws Exception {
        follow("covid", "#covid");
        declare("covid", FROM, NOW);
        declare("covid", FROM.plusSeconds(1), TO);
        post(FROM.plusSeconds(2), "covid");

        poll(2);

        assertThat(ledger.gaps).extracting(DeclaredGap::state).containsExactly(GapState.OPEN, GapState.CLOSED);
    }

    @Test
    void handsOnNoPostThatWasFoundForAnAccentAlone() throws Exception {
        follow("saude", "#saúde");
        declare("saude", FROM, TO);
        long exact = post(FROM, "Saúde");
        post(FROM.plusSeconds(1), "saude");
        long hidden = post(FROM.plusSeconds(2));
        search.instead.add(new ApiResult.Ok<>(new SearchPage(
                List.copyOf(search.posts),
                List.of(),
                0,
                OptionalLong.of(hidden),
                OptionalLong.of(exact),
                Optional.empty())));

        poll(2);

        assertThat(delivered()).containsExactly(exact, hidden);
        assertThat(ledger.gaps.get(0).postsFound()).isEqualTo(2);
    }

    @Test
    void asksNothingUntilTheTimeThatXAskedToWaitFor() throws Exception {
        follow("covid", "#covid");
        declare("covid", FROM, TO);
        search.instead.add(new ApiResult.Wait<>(NOW.plusSeconds(600), "the rate limit is reached"));

        poll(3);
        assertThat(search.requests).hasSize(1);
        assertThat(filler.open().get(0))
                .hasToString("1 open, the first from 2026-11-22T10:00:00Z: retrying X at "
                        + "2026-11-22T12:10:00Z: the rate limit is reached");
        clock.pass(Duration.ofSeconds(600));
        poll(1);

        assertThat(search.requests).hasSize(2);
    }

    @Test
    void backsOffWhileXIsOutAndKeepsWhatItHad() throws Exception {
        missWhileOnlyFirstPagesAnswer(150);

        poll(2);
        assertThat(delivered()).hasSize(100);
        assertThat(search.requests).hasSize(1);
        assertThat(filler.open().get(0).note()).contains("503");
        clock.pass(Duration.ofSeconds(2));
        poll(2);

        assertThat(delivered()).hasSize(150).doesNotHaveDuplicates();
        assertThat(state()).isEqualTo(GapState.CLOSED);
    }

    @Test
    void aLongGapWhoseReadingFailsNowAndThenGoesOnSoonEveryTime() throws Exception {
        missWhileOnlyFirstPagesAnswer(2_000);

        for (int turn = 0; turn < 21; turn++) {
            poll(1);
            clock.pass(Duration.ofSeconds(1));
        }

        assertThat(delivered()).hasSize(2_000).doesNotHaveDuplicates();
    }

    @Test
    void aRefusedSearchIsNotAskedAgainBeforeTheNextStartAndTheGapStaysOpen() throws Exception {
        follow("covid", "#covid");
        follow("other", "#other");
        declare("covid", FROM, TO);
        declare("other", FROM.plusSeconds(1), TO);
        search.instead.add(new ApiResult.Stop<>("X refuses the bearer token"));

        poll(5);
        assertThat(search.requests).hasSize(4);
        assertThat(ledger.gaps.get(0).state()).isEqualTo(GapState.OPEN);
        assertThat(ledger.gaps.get(0).note()).contains("X refuses the bearer token");
        assertThat(filler.open()).singleElement().satisfies(open -> assertThat(open.note())
                .contains("X refuses the bearer token"));
        filler = restarted(SETTINGS);
        poll(4);

        assertThat(ledger.gaps).allSatisfy(gap -> assertThat(gap.state()).isEqualTo(GapState.CLOSED));
    }

    @Test
    void aGapThatLiesBeforeTheLastSevenDaysCannotBeClosed() throws Exception {
        follow("covid", "#covid");
        declare("covid", NOW.minus(Duration.ofDays(9)), NOW.minus(Duration.ofDays(8)));

        poll(1);

        assertThat(search.requests).isEmpty();
        assertThat(ledger.gaps).singleElement().satisfies(gap -> {
            assertThat(gap.state()).isEqualTo(GapState.UNCLOSABLE);
            assertThat(gap.note()).isEqualTo("recent search reaches back 7 days");
        });
    }

    @Test
    void fillsThePartOfAnOldGapThatXStillReaches() throws Exception {
        follow("covid", "#covid");
        declare("covid", NOW.minus(Duration.ofDays(8)), TO);
        post(NOW.minus(Duration.ofDays(7)), "covid");
        long reached = post(NOW.minus(Duration.ofDays(6)), "covid");

        poll(2);

        Instant reach = NOW.minus(Duration.ofDays(7)).plus(Duration.ofMinutes(10));
        assertThat(delivered()).containsExactly(reached);
        assertThat(ledger.gaps)
                .extracting(
                        DeclaredGap::state,
                        gap -> gap.gap().from(),
                        gap -> gap.gap().to(),
                        DeclaredGap::postsFound)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                GapState.UNCLOSABLE, NOW.minus(Duration.ofDays(8)), reach, 0L),
                        org.assertj.core.groups.Tuple.tuple(GapState.CLOSED, reach, TO, 1L));
    }

    @Test
    void whatWasFilledBeforeAGapFellOutOfReachIsClosed() throws Exception {
        follow("covid", "#covid");
        declare("covid", FROM, TO);
        posts(300, FROM, "covid");

        poll(1);
        search.instead.add(new ApiResult.Stop<>("the credits are used up"));
        poll(1);
        clock.pass(Duration.ofDays(8));
        poll(1);

        Instant done = Snowflake.time(delivered().get(199));
        assertThat(ledger.gaps)
                .extracting(DeclaredGap::state, gap -> gap.gap().to(), DeclaredGap::postsFound)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(GapState.UNCLOSABLE, done, 0L),
                        org.assertj.core.groups.Tuple.tuple(GapState.CLOSED, TO, 200L));
        assertThat(ledger.gaps.get(0).note()).contains("7 days").contains("the credits are used up");
    }

    @Test
    void obeysXWhereItReachesBackLessFar() throws Exception {
        follow("covid", "#covid");
        declare("covid", FROM, TO);
        long edge = post(FROM.plusSeconds(600), "covid");
        long reached = post(FROM.plusSeconds(700), "covid");
        search.instead.add(new ApiResult.StaleSince<>(OptionalLong.of(edge), "too old"));

        poll(3);

        assertThat(delivered()).containsExactly(reached);
        assertThat(ledger.gaps).extracting(DeclaredGap::state).containsExactly(GapState.UNCLOSABLE, GapState.CLOSED);
    }

    @Test
    void aSourceThatXKeepsCallingTooOldIsNotAskedForever() throws Exception {
        follow("covid", "#covid");
        declare("covid", FROM, TO);
        for (int i = 0; i < 9; i++) {
            search.instead.add(new ApiResult.StaleSince<>(OptionalLong.empty(), "too old"));
        }

        poll(9);

        assertThat(search.requests).hasSize(1);
        assertThat(state()).isEqualTo(GapState.OPEN);
    }

    @Test
    void aGapOfASourceThatIsNotFollowedAnyMoreStaysOpenAsLongAsItCouldBeFilled() throws Exception {
        declare("gone", FROM, TO);

        poll(2);
        assertThat(ledger.gaps.get(0).note()).isEqualTo("no route follows this source any more");
        assertThat(filler.open().get(0).note()).isEqualTo("no route follows this source any more");
        assertThat(state()).isEqualTo(GapState.OPEN);
        clock.pass(Duration.ofDays(7));
        poll(1);

        assertThat(state()).isEqualTo(GapState.UNCLOSABLE);
        assertThat(ledger.gaps.get(0).note()).contains("no route follows");
    }

    @Test
    void aGapOfASourceThatNoSearchFindsCannotBeClosed() throws Exception {
        follow("sample", null);
        declare("sample", FROM, TO);

        poll(1);

        assertThat(state()).isEqualTo(GapState.UNCLOSABLE);
        assertThat(ledger.gaps.get(0).note()).isEqualTo("no search finds what this source follows");
    }

    @Test
    void aClosedGapOfASourceWithRepostsSaysThatTheyAreMissing() throws Exception {
        follow("covid", "#covid");
        sources.add(new SearchSource("polled", new SearchQuery("#covid"), cursors, this::commit));
        declare("covid", FROM, TO);
        declare("polled", FROM, TO);
        post(FROM, "covid");

        poll(3);

        assertThat(ledger.gaps)
                .extracting(DeclaredGap::note)
                .containsExactlyInAnyOrder("without reposts, which search does not give", null);
    }

    @Test
    void comparesWithXsCountWhenAsked() throws Exception {
        filler = restarted(TestConfig.of(GapsConfig.class, "delay=30s", "pages=5", "listed-after=0s", "verify=true"));
        follow("covid", "#covid");
        declare("covid", FROM, TO);
        posts(2, FROM, "covid");

        poll(2);

        assertThat(ledger.gaps.get(0).state()).isEqualTo(GapState.CLOSED);
        assertThat(ledger.gaps.get(0).note()).endsWith("; X counts 3 posts there, search listed 2");
        assertThat(counted).singleElement().satisfies(request -> {
            assertThat(request.query()).isEqualTo("#covid");
            assertThat(request.sinceId()).isEqualTo(Snowflake.firstAt(FROM) - 1);
            assertThat(request.untilId()).isEqualTo(Snowflake.firstAt(TO));
        });
    }

    @Test
    void waitsForXsCountBeforeItTurnsToAnotherGap() throws Exception {
        filler = restarted(TestConfig.of(GapsConfig.class, "delay=30s", "pages=5", "listed-after=0s", "verify=true"));
        follow("covid", "#covid");
        declare("covid", FROM, FROM.plusSeconds(9));
        declare("covid", FROM.plusSeconds(9), TO);
        post(FROM, "covid");
        count = new ApiResult.Retry<>("503");

        poll(3);
        assertThat(search.requests).hasSize(1);
        assertThat(filler.open().get(0).note()).contains("count");
        count = new ApiResult.Stop<>("the app is not entitled to this");
        poll(1);

        assertThat(ledger.gaps)
                .filteredOn(gap -> gap.state() == GapState.CLOSED)
                .singleElement()
                .satisfies(gap -> assertThat(gap.note())
                        .contains("not compared with X's count: the app is not entitled to this"));
    }

    @Test
    void waitsForTheLedgerToComeBack() throws Exception {
        follow("covid", "#covid");
        declare("covid", FROM, TO);
        ledger.out = true;
        poll(1);
        assertThat(search.requests).isEmpty();
        ledger.out = false;
        poll(1);
        assertThat(search.requests).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1795348800123", "stream:1795348800123", "search:1595477170540503041", "file:1:2", "bus:1", "x"})
    void aCursorThatBelongsToSomethingElseStopsOnlyThatSource(String cursor) throws Exception {
        cursors.positions.put("a.gaps", cursor);
        follow("a", "#a");
        follow("b", "#b");
        declare("a", FROM, TO);
        declare("b", FROM, TO);

        poll(4);

        assertThat(filler.open()).singleElement().satisfies(open -> {
            assertThat(open.source()).isEqualTo("a");
            assertThat(open.note()).contains("the cursor of a.gaps", cursor);
        });
    }

    private void follow(String name, String query) {
        sources.add(new FakeSource(name, query, this::commit));
    }

    private CompletableFuture<Void> commit(TweetBatch batch) {
        batches.add(batch);
        return CompletableFuture.completedFuture(null);
    }

    private void declare(String source, Instant from, Instant to) {
        ledger.declare(new Gap(source, from, to, "connection lost"));
    }

    private long post(Instant at, String... hashtags) {
        Tweet post = tweet(Snowflake.firstAt(at), hashtags);
        search.posts.add(post);
        return post.id();
    }

    private void posts(int count, Instant from, String... hashtags) {
        for (int i = 0; i < count; i++) {
            post(from.plusMillis(i), hashtags);
        }
    }

    /** A gap with so many posts, and a search that fails wherever it is asked for a next page. */
    private void missWhileOnlyFirstPagesAnswer(int posts) {
        follow("covid", "#covid");
        declare("covid", FROM, TO);
        posts(posts, FROM, "covid");
        SearchApi flaky =
                request -> request.nextToken() == null ? search.search(request) : new ApiResult.Retry<>("503");
        filler = new GapFiller(services(flaky), () -> sources, SETTINGS, listener());
    }

    private void poll(int turns) throws InterruptedException {
        for (int i = 0; i < turns; i++) {
            filler.poll();
        }
    }

    private GapState state() {
        return ledger.gaps.get(0).state();
    }

    private List<Long> delivered() {
        return batches.stream()
                .flatMap(batch -> batch.tweets().stream())
                .map(Tweet::id)
                .toList();
    }

    private GapFiller restarted(GapsConfig settings) {
        return new GapFiller(services(search), () -> sources, settings, listener());
    }

    private GapServices services(SearchApi api) {
        CountsApi counts = request -> {
            counted.add(request);
            return count;
        };
        return new GapServices(MeteredSearch.free(api), counts, ledger, cursors, new XTime(clock));
    }

    private GapListener listener() {
        return new GapListener() {
            @Override
            public void open(String source, long gaps) {
                heard.add(source + " has " + gaps);
            }

            @Override
            public void found(long posts) {
                heard.add("found " + posts);
            }

            @Override
            public void settled(GapState settled) {
                heard.add("settled " + settled);
            }
        };
    }
}
