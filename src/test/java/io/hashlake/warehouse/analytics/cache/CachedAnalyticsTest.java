package io.hashlake.warehouse.analytics.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hashlake.tweet.FakeClock;
import io.hashlake.warehouse.analytics.Analytics;
import io.hashlake.warehouse.analytics.Interval;
import io.hashlake.warehouse.analytics.Overview;
import io.hashlake.warehouse.analytics.Selection;
import io.hashlake.warehouse.analytics.Totals;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class CachedAnalyticsTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123Z");
    private static final Duration HOUR = Duration.ofHours(1);

    private final FakeClock clock = new FakeClock(NOON);
    private final Queue<Runnable> background = new ArrayDeque<>();
    private final AtomicInteger asked = new AtomicInteger();
    private Callback answering = () -> {};
    private final Analytics cached = new CachedAnalytics(source(), clock, background::add);

    @Test
    void asksOnceForAllWhoAskTheSameAtOnce() throws Exception {
        CountDownLatch open = new CountDownLatch(1);
        answering = open::await;
        ExecutorService askers = Executors.newFixedThreadPool(20);
        List<CompletableFuture<Totals>> answers = IntStream.range(0, 20)
                .mapToObj(asker -> CompletableFuture.supplyAsync(this::lastHour, askers))
                .toList();
        Awaitility.await().until(() -> asked.get() == 1);
        open.countDown();

        assertThat(answers).extracting(CompletableFuture::join).containsOnly(totals(1));
        assertThat(asked).hasValue(1);
        askers.shutdown();
    }

    @Test
    void answersAPeriodUpToThePresentAnewAfterTwoSeconds() {
        assertThat(lastHour()).isEqualTo(totals(1));
        clock.pass(Duration.ofMillis(1_999));
        assertThat(lastHour()).isEqualTo(totals(1));
        clock.pass(Duration.ofSeconds(5));
        assertThat(lastHour()).isEqualTo(totals(2));
    }

    @Test
    void givesAnAnswerThatHasJustBecomeTooOldWhileANewOneIsFetched() {
        lastHour();
        clock.pass(Duration.ofSeconds(3));

        assertThat(lastHour()).isEqualTo(totals(1));
        assertThat(lastHour()).isEqualTo(totals(1));
        assertThat(background).hasSize(1);
        background.remove().run();
        assertThat(lastHour()).isEqualTo(totals(2));
    }

    @Test
    void asksItselfWhereNothingCanRunInTheBackground() throws Exception {
        Analytics closed = new CachedAnalytics(source(), clock, errand -> {
            throw new RejectedExecutionException();
        });
        Selection closing = new Selection(List.of(), NOON.minus(HOUR), NOON);
        closed.totals(closing);
        clock.pass(Duration.ofSeconds(3));
        closed.totals(closing);

        assertThat(closed.totals(closing)).isEqualTo(totals(2));
    }

    @Test
    void keepsAnAnswerAboutAPeriodThatEndedLongAgoForAMinute() throws Exception {
        Selection yesterday =
                new Selection(List.of("a"), NOON.minus(HOUR.multipliedBy(48)), NOON.minus(HOUR.multipliedBy(24)));
        cached.totals(yesterday);
        clock.pass(Duration.ofSeconds(59));
        assertThat(cached.totals(yesterday)).isEqualTo(totals(1));
        clock.pass(Duration.ofSeconds(62));
        assertThat(cached.totals(yesterday)).isEqualTo(totals(2));
    }

    @Test
    void keepsAnAnswerTenTimesAsLongAsItTook() {
        answering = () -> clock.pass(Duration.ofSeconds(1));
        lastHour();
        clock.pass(Duration.ofSeconds(9));
        assertThat(lastHour()).isEqualTo(totals(1));
        assertThat(background).isEmpty();
    }

    @Test
    void doesNotKeepFailures() {
        answering = () -> {
            throw new IOException("no database");
        };
        assertThatThrownBy(this::lastHour).hasRootCauseMessage("no database");
        answering = () -> {};

        assertThat(lastHour()).isEqualTo(totals(2));
    }

    @Test
    void tellsEverybodyWhoWaitsOfAFailure() {
        CountDownLatch open = new CountDownLatch(1);
        answering = () -> {
            open.await();
            throw new IOException("no database");
        };
        ExecutorService askers = Executors.newFixedThreadPool(2);
        List<CompletableFuture<Totals>> answers = List.of(
                CompletableFuture.supplyAsync(this::lastHour, askers),
                CompletableFuture.supplyAsync(this::lastHour, askers));
        Awaitility.await().until(() -> asked.get() == 1);
        open.countDown();

        assertThat(answers)
                .allSatisfy(answer -> assertThatThrownBy(answer::join).hasRootCauseMessage("no database"));
        askers.shutdown();
    }

    @Test
    void keepsDifferentQuestionsApart() throws Exception {
        cached.totals(new Selection(List.of("a"), NOON.minus(HOUR), NOON));
        cached.totals(new Selection(List.of("b"), NOON.minus(HOUR), NOON));
        cached.totals(new Selection(List.of("a"), NOON.minus(HOUR.multipliedBy(2)), NOON));
        cached.authors(new Selection(List.of("a"), NOON.minus(HOUR), NOON), 10);
        cached.authors(new Selection(List.of("a"), NOON.minus(HOUR), NOON), 11);
        assertThat(asked).hasValue(5);
    }

    @Test
    void keepsWhatASnapshotAsks() throws Exception {
        Selection selection = new Selection(List.of("a"), NOON.minus(HOUR), NOON);
        for (int time = 0; time < 3; time++) {
            assertThat(cached.overview(selection, 5).totals()).isEqualTo(totals(1));
            cached.hashtagCounts(selection, 5);
            cached.languageCounts(selection, 5);
            cached.seriesCounts(selection, Interval.MINUTE, ZoneOffset.UTC);
        }
        assertThat(asked).hasValue(4);
    }

    @Test
    void takesPeriodsFromTheSameMinuteToThePresentForTheSame() throws Exception {
        Instant morning = Instant.parse("2026-03-01T06:00:00Z");
        cached.totals(new Selection(List.of(), morning, NOON));
        cached.totals(new Selection(List.of(), morning, NOON.plusSeconds(1)));
        assertThat(asked).hasValue(1);
        cached.totals(new Selection(List.of(), morning, NOON.minusSeconds(6)));
        assertThat(asked).hasValue(2);
    }

    @Test
    void forgetsWhatNobodyAskedForTheLongestWhenItHoldsTooMuch() throws Exception {
        AnswerCache small = new AnswerCache(2, clock, background::add);
        for (String question : List.of("a", "b", "a", "c", "a", "b")) {
            small.get(question, HOUR, asked::incrementAndGet);
        }
        assertThat(asked).hasValue(4);
    }

    private Totals lastHour() {
        try {
            Instant now = clock.instant();
            return cached.totals(new Selection(List.of(), now.minus(HOUR), now));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Totals totals(int count) {
        return new Totals(count, 0, 0, 0, 0, 0, 0, null);
    }

    /** Counts how often it is asked, and answers with that. */
    private Analytics source() {
        return (Analytics) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Analytics.class}, (proxy, method, given) -> {
                    int count = asked.incrementAndGet();
                    answering.run();
                    if (method.getReturnType() == Overview.class) {
                        return new Overview(totals(count), List.of());
                    }
                    return method.getReturnType() == Totals.class ? totals(count) : List.of();
                });
    }

    private interface Callback {
        void run() throws Exception;
    }
}
