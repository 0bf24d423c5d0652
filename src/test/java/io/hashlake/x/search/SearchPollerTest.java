package io.hashlake.x.search;

import static io.hashlake.tweet.TweetSamples.tweet;
import static org.assertj.core.api.Assertions.assertThat;

import io.hashlake.core.Gap;
import io.hashlake.core.Payload;
import io.hashlake.core.Position;
import io.hashlake.core.TweetBatch;
import io.hashlake.source.FakeCursors;
import io.hashlake.source.SourceStatus;
import io.hashlake.tweet.FakeClock;
import io.hashlake.tweet.Snowflake;
import io.hashlake.tweet.Tweet;
import io.hashlake.x.client.ApiResult;
import io.hashlake.x.client.FakeSearch;
import io.hashlake.x.client.SearchApi;
import io.hashlake.x.client.SearchRequest;
import io.hashlake.x.client.XTime;
import io.hashlake.x.json.SearchPage;
import io.hashlake.x.query.SearchQuery;
import io.hashlake.x.walk.MeteredSearch;
import io.hashlake.x.walk.RecentSearch;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchPollerTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final SearchSettings SETTINGS =
            new SearchSettings(SearchRequest.Scope.RECENT, Duration.ofSeconds(15), Duration.ofMinutes(15), 10);

    private static final ApiResult<SearchPage> EMPTY = new ApiResult.Ok<>(
            new SearchPage(List.of(), List.of(), 0, OptionalLong.empty(), OptionalLong.empty(), Optional.empty()));

    private final FakeCursors cursors = new FakeCursors();
    private final FakeSearch search = new FakeSearch();
    private final List<Gap> gaps = new ArrayList<>();
    private final List<TweetBatch> batches = new ArrayList<>();
    private final SearchPoller poller = pollerOf(search);

    @Test
    void hashtagsOfOneIntervalShareARequestAndEachGetsItsOwnPosts() throws Exception {
        follow("covid19", "#covid19");
        follow("saude", "#saúde");
        search.posts.addAll(List.of(post(1, "covid19"), post(2, "SAUDE"), post(3, "covid19", "saúde")));
        poller.poll();
        assertThat(search.requests).hasSize(1);
        assertThat(delivered("covid19")).containsExactly(3L, 1L);
        assertThat(delivered("saude")).containsExactly(3L, 2L);
        assertThat(batches)
                .allSatisfy(batch -> assertThat(batch.tweets()).allSatisfy(tweet -> assertThat(tweet.followed())
                        .containsExactly(batch.origin().equals("saude") ? "saúde" : "covid19")));
    }

    @Test
    void aPageAsReceivedGoesWithOneOfThoseThatShareIt() throws Exception {
        Payload received = new Payload(NOW, new byte[] {'{', '}'});
        SearchApi keeping = request -> search.search(request) instanceof ApiResult.Ok<SearchPage> ok
                ? new ApiResult.Ok<>(ok.value().withPayload(received))
                : EMPTY;
        SearchPoller sharing = pollerOf(keeping);
        sharing.add(source("covid19", "#covid19"));
        sharing.add(source("saude", "#saúde"));
        search.posts.add(post(1, "saúde"));
        sharing.poll();
        sharing.poll();

        assertThat(batches.stream().flatMap(batch -> batch.payloads().stream())).containsExactly(received);
        assertThat(delivered("saude")).containsExactly(1L);
    }

    @Test
    void aPostIsNotAskedForAgain() throws Exception {
        follow("covid19", "#covid19");
        search.posts.add(post(1, "covid19"));
        poller.poll();
        search.posts.add(post(2, "covid19"));
        poller.poll();
        assertThat(delivered("covid19")).containsExactly(1L, 2L);
        assertThat(search.requests.get(1).sinceId()).isEqualTo(id(1));
    }

    @Test
    void aWalkCutShortGoesOnAfterARestartWhereItStopped() throws Exception {
        follow("covid19", "#covid19");
        for (int i = 1; i <= 25; i++) {
            search.posts.add(post(i, "covid19"));
        }
        FakeSearch flaky = search;
        SearchApi failsOnThirdPage =
                request -> flaky.requests.size() == 2 ? new ApiResult.Retry<>("cut") : flaky.search(request);
        SearchPoller first = pollerOf(failsOnThirdPage);
        first.add(source("covid19", "#covid19"));
        first.poll();
        assertThat(delivered("covid19")).hasSize(20);
        search.posts.add(post(26, "covid19"));
        poller.poll();
        assertThat(delivered("covid19")).hasSize(25).doesNotHaveDuplicates();
        poller.poll();
        assertThat(delivered("covid19")).containsOnlyOnce(26L);
        int deliveries = batches.size();
        poller.poll();
        assertThat(batches).hasSize(deliveries);
    }

    @Test
    void anEmptyAnswerInTheMiddleOfAWalkDoesNotEndIt() throws Exception {
        cursors.positions.put("covid19", new SearchCursor(id(0), id(30), id(20)).toString());
        follow("covid19", "#covid19");
        search.posts.add(post(10, "covid19"));
        search.instead.addAll(List.of(EMPTY, EMPTY));
        poller.poll();
        poller.poll();
        poller.poll();
        assertThat(delivered("covid19")).containsExactly(10L);
        assertThat(cursors.positions).containsEntry("covid19", "search:" + id(30));
    }

    @Test
    void theCursorStaysWhereABatchFailedAndItIsReadAgain() throws Exception {
        search.posts.add(post(1, "covid19"));
        List<Boolean> works = new ArrayList<>(List.of(false, true));
        poller.add(new SearchSource("covid19", new SearchQuery("#covid19"), cursors, batch -> {
            batches.add(batch);
            return works.remove(0)
                    ? CompletableFuture.completedFuture(null)
                    : CompletableFuture.failedFuture(new IOException("no"));
        }));
        poller.poll();
        String before = cursors.positions.get("covid19");
        poller.poll();
        assertThat(batches).hasSize(2);
        assertThat(batches.get(1).start()).isEqualTo(before);
        assertThat(cursors.positions.get("covid19")).isEqualTo("search:" + id(1));
    }

    @Test
    void waitsAsLongAsXAsksTo() throws Exception {
        SearchSource source = follow("covid19", "#covid19");
        Instant reset = NOW.plusSeconds(600);
        search.instead.add(new ApiResult.Wait<>(reset, "rate limit"));
        assertThat(poller.poll()).isEqualTo(reset);
        assertThat(source.status()).isEqualTo(new SourceStatus.Waiting(reset, "rate limit"));
    }

    @Test
    void backsOffWhileXIsOut() throws Exception {
        follow("covid19", "#covid19");
        List<Duration> waits = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            search.instead.add(new ApiResult.Retry<>("503"));
            waits.add(Duration.between(NOW, poller.poll()));
        }
        assertThat(waits.get(0)).isBetween(Duration.ofMillis(750), Duration.ofSeconds(1));
        assertThat(waits.get(11)).isBetween(Duration.ofSeconds(225), Duration.ofMinutes(5));
    }

    @Test
    void aLongWalkThatFailsNowAndThenGoesOnSoonEveryTime() throws Exception {
        IntStream.rangeClosed(1, 300).forEach(number -> search.posts.add(post(number, "covid19")));
        SearchPoller flaky =
                pollerOf(request -> search.requests.size() % 3 == 2 ? failing(request) : search.search(request));
        flaky.add(source("covid19", "#covid19"));
        while (delivered("covid19").size() < 300) {
            assertThat(Duration.between(NOW, flaky.poll())).isLessThanOrEqualTo(SETTINGS.interval());
        }
    }

    @Test
    void aWalkThatIsCutOffGoesOnWhileTheOldestPostsFallOutOfReach() throws Exception {
        IntStream.rangeClosed(1, 25).forEach(number -> search.posts.add(post(number, "covid19")));
        cursors.positions.put("covid19", "search:1");
        FakeClock clock = new FakeClock(NOW);
        SearchApi cutOff = request -> search.requests.size() == 2 ? failing(request) : search.search(request);
        SearchPoller late = new SearchPoller(MeteredSearch.free(cutOff), SETTINGS, gaps::add, new XTime(clock));
        late.add(source("covid19", "#covid19"));
        late.poll();
        clock.pass(Duration.ofSeconds(1));
        late.poll();

        assertThat(delivered("covid19")).hasSize(25).doesNotHaveDuplicates();
        assertThat(search.requests).hasSize(4);
    }

    @Test
    void aSearchThatFailsAgainAndAgainKeepsNoOtherWaiting() throws Exception {
        SearchSource bad = source("bad", "#bad from:somebody");
        SearchSource good = source("good", "#good");
        SearchPoller poisoned =
                pollerOf(request -> request.query().contains("somebody") ? failing(request) : search.search(request));
        poisoned.add(bad);
        poisoned.add(good);
        poisoned.poll();
        for (int number = 1; number <= 20; number++) {
            search.posts.add(post(number, "good"));
            assertThat(Duration.between(NOW, poisoned.poll())).isEqualTo(SETTINGS.interval());
        }
        assertThat(delivered("good")).hasSize(20);
        assertThat(bad.status()).isInstanceOf(SourceStatus.Retrying.class);
    }

    private ApiResult<SearchPage> failing(SearchRequest request) {
        search.requests.add(request);
        return new ApiResult.Retry<>("503");
    }

    @Test
    void stopsOnlyTheSourceWhoseQueryIsRefused() throws Exception {
        SearchSource good = follow("good", "#good");
        SearchSource bad = follow("bad", "#bad");
        search.instead.add(new ApiResult.Stop<>("the query is refused"));
        assertThat(poller.poll()).isEqualTo(NOW);
        search.instead.add(new ApiResult.Stop<>("the query is refused"));
        poller.poll();
        assertThat(bad.status()).isInstanceOf(SourceStatus.Stopped.class);
        assertThat(good.status()).isInstanceOf(SourceStatus.Running.class);
        int asked = search.requests.size();
        poller.poll();
        assertThat(search.requests).hasSize(asked + 1);
    }

    @Test
    void aCursorOlderThanSevenDaysIsSkippedAndTheGapDeclared() throws Exception {
        Instant old = NOW.minus(Duration.ofDays(9));
        cursors.positions.put("covid19", "search:" + Snowflake.firstAt(old));
        follow("covid19", "#covid19");
        search.posts.add(post(1, "covid19"));
        poller.poll();
        assertThat(gaps).singleElement().satisfies(gap -> {
            assertThat(gap.from()).isEqualTo(old);
            assertThat(gap.to()).isAfter(NOW.minus(Duration.ofDays(7)));
        });
        assertThat(delivered("covid19")).containsExactly(1L);
    }

    @Test
    void aCursorThatXCallsTooOldIsMovedOnceAndNotAskedForever() throws Exception {
        SearchSource source = follow("covid19", "#covid19");
        for (int i = 0; i < 4; i++) {
            search.instead.add(new ApiResult.StaleSince<>(OptionalLong.of(id(0) - 100 + i), "too old"));
        }
        poller.poll();
        assertThat(gaps).hasSize(1);
        poller.poll();
        poller.poll();
        poller.poll();
        assertThat(source.status()).isInstanceOf(SourceStatus.Stopped.class);
    }

    @Test
    void anEmptyAnswerGivenThreeTimesMovesTheCursorOnSoThatItNeverGrowsOld() throws Exception {
        cursors.positions.put("covid19", "search:" + Snowflake.firstAt(NOW.minus(Duration.ofDays(3))));
        follow("covid19", "#covid19");
        String before = cursors.positions.get("covid19");
        poller.poll();
        poller.poll();
        assertThat(cursors.positions.get("covid19")).isEqualTo(before);
        poller.poll();
        assertThat(Snowflake.time(SearchCursor.of(Position.parse(cursors.positions.get("covid19")))
                        .since()))
                .isEqualTo(NOW.minus(Duration.ofHours(1)));
    }

    @Test
    void waitsForTheCursorsToComeBack() throws Exception {
        SearchSource source = follow("covid19", "#covid19");
        cursors.out = true;
        poller.poll();
        assertThat(source.status()).isInstanceOf(SourceStatus.Retrying.class);
        assertThat(search.requests).isEmpty();
        cursors.out = false;
        search.posts.add(post(1, "covid19"));
        poller.poll();
        assertThat(delivered("covid19")).containsExactly(1L);
    }

    @Test
    void aCursorOfSomethingElseStopsItsSourceAlone() throws Exception {
        List<String> unusable = List.of("gap:7:1595477170540503041:0:0", "file:7:80", "1:2", "bus:9", "search:", "x");
        List<SearchSource> stopped = new ArrayList<>();
        for (int i = 0; i < unusable.size(); i++) {
            cursors.positions.put("a" + i, unusable.get(i));
            stopped.add(follow("a" + i, "#a" + i));
        }
        follow("covid19", "#covid19");
        search.posts.add(post(1, "covid19"));

        poller.poll();
        poller.poll();

        assertThat(delivered("covid19")).containsExactly(1L);
        assertThat(gaps).isEmpty();
        for (int i = 0; i < unusable.size(); i++) {
            assertThat(stopped.get(i).status())
                    .isInstanceOf(SourceStatus.Stopped.class)
                    .asString()
                    .contains("the cursor of a" + i, "'" + unusable.get(i) + "'");
            assertThat(cursors.positions).containsEntry("a" + i, unusable.get(i));
        }
    }

    @ParameterizedTest
    @CsvSource({"stream:1795346400000, 2026-11-22T11:19:00Z", "1795346400000, 2026-11-22T11:19:00Z"})
    void whatFollowsAStreamBeginsAnewAndDeclaresWhatLiesBetween(String cursor, Instant from) throws Exception {
        cursors.positions.put("covid19", cursor);
        follow("covid19", "#covid19");
        long later = Snowflake.firstAt(NOW);
        search.posts.addAll(List.of(tweet(later, "covid19"), post(1, "covid19")));

        poller.poll();
        poller.poll();

        assertThat(gaps).singleElement().satisfies(gap -> {
            assertThat(gap.from()).isEqualTo(from);
            assertThat(gap.to()).isEqualTo(NOW);
            assertThat(gap.reason()).isEqualTo("it was followed by a stream before, up to 2026-11-22T11:20:00Z");
        });
        assertThat(batches)
                .flatExtracting(TweetBatch::tweets)
                .extracting(Tweet::id)
                .containsExactly(later);
        assertThat(batches.get(0).start()).isEqualTo("search:" + (Snowflake.firstAt(NOW) - 1));
    }

    @Test
    void aStreamsCursorInTheFutureLeavesAllThatCanBeSearchedDeclared() throws Exception {
        cursors.positions.put("covid19", "stream:" + NOW.plusSeconds(9_000).toEpochMilli());
        follow("covid19", "#covid19");

        poller.poll();

        assertThat(gaps).singleElement().satisfies(gap -> {
            assertThat(gap.from()).isEqualTo(RecentSearch.reach(NOW));
            assertThat(gap.to()).isEqualTo(NOW);
            assertThat(gap.reason()).contains("in the future");
        });
    }

    @Test
    void whatFollowsAStreamKeepsItsCursorUntilTheGapIsDeclared() throws Exception {
        boolean[] out = {true};
        SearchPoller failing = new SearchPoller(
                MeteredSearch.free(search),
                SETTINGS,
                gap -> {
                    if (out[0]) {
                        throw new IOException("the ledger is out");
                    }
                    gaps.add(gap);
                },
                new XTime(Clock.fixed(NOW, ZoneOffset.UTC)));
        cursors.positions.put("covid19", "stream:1795346400000");
        failing.add(source("covid19", "#covid19"));

        failing.poll();
        assertThat(cursors.positions).containsEntry("covid19", "stream:1795346400000");
        out[0] = false;
        failing.poll();
        failing.poll();

        assertThat(gaps).hasSize(1);
        assertThat(cursors.positions.get("covid19")).startsWith("search:");
    }

    @Test
    void aPositionFromBeforeItHadAKindIsGoneOnFrom() throws Exception {
        cursors.positions.put("covid19", id(0) + ":" + id(30) + ":" + id(20));
        follow("covid19", "#covid19");
        search.posts.addAll(List.of(post(10, "covid19"), post(25, "covid19")));

        poller.poll();

        assertThat(gaps).isEmpty();
        assertThat(delivered("covid19")).containsExactly(10L);
        assertThat(batches.get(0).start()).isEqualTo("search:" + id(0) + ":" + id(30) + ":" + id(20));
    }

    @Test
    void aPostInWhichNoHashtagCanBeSeenIsNotLost() throws Exception {
        follow("a", "#a");
        follow("b", "#b");
        search.instead.add(new ApiResult.Ok<>(new SearchPage(
                List.of(post(1)), List.of(), 0, OptionalLong.of(id(1)), OptionalLong.of(id(1)), Optional.empty())));
        poller.poll();
        assertThat(delivered("a")).containsExactly(1L);
    }

    @Property(tries = 200)
    void whateverFailsAndWheneverItIsRestartedNothingIsLost(@ForAll Random random) throws Exception {
        FakeCursors positions = new FakeCursors();
        FakeSearch world = new FakeSearch();
        Set<String> landed = new TreeSet<>();
        SearchPoller subject = null;
        for (int round = 0; round < 30; round++) {
            if (subject == null || random.nextInt(4) == 0) {
                subject = restart(world, positions, landed, random);
            }
            for (int i = random.nextInt(15); i > 0; i--) {
                int number = world.posts.size() + 1;
                world.posts.add(random.nextBoolean() ? post(number, "a") : post(number, "a", "b"));
            }
            if (random.nextInt(3) == 0) {
                world.instead.add(new ApiResult.Retry<>("out"));
            }
            subject.poll();
            if (random.nextInt(3) == 0) {
                world.instead.add(EMPTY);
                subject.poll();
                subject.poll();
            }
        }
        world.instead.clear();
        SearchPoller last = restart(world, positions, landed, null);
        for (int poll = 0; poll < 4; poll++) {
            last.poll();
        }
        assertThat(landed)
                .isEqualTo(world.posts.stream()
                        .flatMap(post -> post.entities().hashtags().stream().map(tag -> tag.canonical() + post.id()))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    private SearchPoller restart(FakeSearch world, FakeCursors positions, Set<String> landed, Random failures) {
        SearchPoller restarted = pollerOf(world);
        for (String name : List.of("a", "b")) {
            restarted.add(new SearchSource(name, new SearchQuery("#" + name), positions, batch -> {
                if (failures != null && failures.nextInt(4) == 0) {
                    return CompletableFuture.failedFuture(new IOException("no"));
                }
                batch.tweets().forEach(tweet -> landed.add(name + tweet.id()));
                return CompletableFuture.completedFuture(null);
            }));
        }
        return restarted;
    }

    private SearchPoller pollerOf(SearchApi api) {
        return new SearchPoller(
                MeteredSearch.free(api), SETTINGS, gaps::add, new XTime(Clock.fixed(NOW, ZoneOffset.UTC)));
    }

    private SearchSource follow(String name, String query) {
        SearchSource source = source(name, query);
        poller.add(source);
        return source;
    }

    private SearchSource source(String name, String query) {
        return new SearchSource(name, new SearchQuery(query), cursors, batch -> {
            batches.add(batch);
            return CompletableFuture.completedFuture(null);
        });
    }

    /** Numbers of the posts that were delivered, in their order. */
    private List<Long> delivered(String origin) {
        return batches.stream()
                .filter(batch -> batch.origin().equals(origin))
                .flatMap(batch -> batch.tweets().stream())
                .map(Tweet::id)
                .map(id -> id - id(0))
                .toList();
    }

    private static Tweet post(int number, String... hashtags) {
        return tweet(id(number), hashtags);
    }

    private static long id(int number) {
        return Snowflake.firstAt(NOW.minus(Duration.ofMinutes(5))) + number;
    }
}
