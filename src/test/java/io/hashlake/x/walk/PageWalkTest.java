package io.hashlake.x.walk;

import static io.hashlake.tweet.TweetSamples.tweet;
import static org.assertj.core.api.Assertions.assertThat;

import io.hashlake.core.Rejected;
import io.hashlake.core.spend.Resource;
import io.hashlake.tweet.FakeClock;
import io.hashlake.tweet.Tweet;
import io.hashlake.x.client.ApiResult;
import io.hashlake.x.client.FakeSearch;
import io.hashlake.x.client.SearchRequest;
import io.hashlake.x.json.SearchPage;
import io.hashlake.x.spend.FakeSpend;
import io.hashlake.x.spend.SpendGuard;
import io.hashlake.x.spend.SpendListener;
import io.hashlake.x.spend.SpendTerms;
import io.hashlake.x.spend.TestTerms;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class PageWalkTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private final FakeSearch search = new FakeSearch();
    private final FakeSpend ledger = new FakeSpend();
    private final List<Long> read = new ArrayList<>();

    @Test
    void walksThroughAllPagesByTheirTokens() throws Exception {
        write(45);
        PageWalk walk = walk(SpendTerms.FREE);
        while (next(walk) instanceof ApiResult.Ok && !walk.isComplete()) {}
        assertThat(read).hasSize(45).doesNotHaveDuplicates();
        assertThat(search.requests).extracting(SearchRequest::nextToken).containsExactly(null, "20", "40");
    }

    @Test
    void whereLessIsLeftItAsksForLessAndBelowWhatItHasSeen() throws Exception {
        write(60);
        PageWalk walk = walk(TestTerms.posts(35, 1_000));
        while (next(walk) instanceof ApiResult.Ok) {}
        assertThat(search.requests).extracting(SearchRequest::maxResults).containsExactly(20, 15);
        assertThat(search.requests.get(1).nextToken()).isNull();
        assertThat(search.requests.get(1).untilId()).isEqualTo(41);
        assertThat(read).hasSize(35).doesNotHaveDuplicates();
    }

    @Test
    void whatItIsRefusedItSaysWithoutAskingX() throws Exception {
        write(60);
        PageWalk walk = walk(TestTerms.posts(25, 1_000));
        next(walk);
        assertThat(next(walk)).isInstanceOf(ApiResult.Wait.class);
        assertThat(search.requests).hasSize(1);
        ledger.out = true;
        assertThat(next(walk)).isInstanceOf(ApiResult.Retry.class);
    }

    @Test
    void whatCannotBeReadIsPaidForToo() throws Exception {
        Rejected broken = new Rejected(NOW, "covid", Rejected.Stage.PARSE, "broken", "{}");
        search.instead.add(new ApiResult.Ok<>(new SearchPage(
                List.of(post(1)),
                List.of(broken, broken),
                0,
                OptionalLong.of(1),
                OptionalLong.of(1),
                Optional.empty())));
        SpendGuard guard = guard(TestTerms.posts(100, 1_000));
        walk(guard).next(tweets -> Map.of("other", tweets.size()));
        guard.close();
        assertThat(ledger.of(TODAY, "covid", Resource.REQUEST)).isEqualTo(1);
        assertThat(ledger.posts(TODAY, "covid")).isEqualTo(2);
        assertThat(ledger.posts(TODAY, "other")).isEqualTo(1);
    }

    @Test
    void whatWasNotAnsweredCostsARequestAndNoPosts() throws Exception {
        search.instead.add(new ApiResult.Retry<>("503"));
        SpendGuard guard = guard(TestTerms.posts(100, 1_000));
        assertThat(walk(guard).next(tweets -> Map.of("other", tweets.size()))).isInstanceOf(ApiResult.Retry.class);
        guard.close();
        assertThat(ledger.of(TODAY, "covid", Resource.REQUEST)).isEqualTo(1);
        assertThat(ledger.used(TODAY).posts()).isZero();
    }

    private ApiResult<SearchPage> next(PageWalk walk) throws InterruptedException {
        ApiResult<SearchPage> answer = walk.next(tweets -> Map.of("covid", tweets.size()));
        if (answer instanceof ApiResult.Ok<SearchPage> page) {
            page.value().tweets().forEach(tweet -> read.add(tweet.id()));
        }
        return answer;
    }

    private PageWalk walk(SpendTerms terms) {
        return walk(guard(terms));
    }

    private SpendGuard guard(SpendTerms terms) {
        return new SpendGuard(terms, ledger, SpendListener.NONE, new FakeClock(NOW));
    }

    private PageWalk walk(SpendGuard guard) {
        return new MeteredSearch(search, guard)
                .walk(
                        new SearchRequest("covid", SearchRequest.Scope.RECENT, "#covid", 0, 0, null, 20),
                        new DoubtAllowance());
    }

    private void write(int posts) {
        for (int i = 1; i <= posts; i++) {
            search.posts.add(post(i));
        }
    }

    private static Tweet post(long id) {
        return tweet(id, "covid");
    }
}
