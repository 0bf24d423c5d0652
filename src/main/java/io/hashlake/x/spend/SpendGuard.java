package io.hashlake.x.spend;

import io.hashlake.core.Budget;
import io.hashlake.core.Spend;
import io.hashlake.core.SpendLedger;
import io.hashlake.core.SpendTotals;
import io.hashlake.tweet.Tweet;
import io.hashlake.x.client.ApiResult;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jboss.logging.Logger;

/**
 * Lets as many posts be read as the budget allows, and counts what is asked and read. Whoever reads {@linkplain #ask asks}
 * before and {@linkplain #settle tells} after. With a budget, what may be read is reserved in the ledger beforehand, for about
 * two seconds' reading at once: neither a kill nor another process lets the budget be exceeded.
 *
 * <p>It keeps no thread and no timer; whoever drives it calls {@link #flush} about once a second, and at the end. Threads may
 * share it.
 */
public final class SpendGuard {

    /** Lets everything be read, and writes nothing down. */
    public static final SpendGuard NONE =
            new SpendGuard(Budget.UNLIMITED, SpendLedger.NONE, SpendListener.NONE, Clock.systemUTC());

    /** Bears what is asked and read for streams, but for none of their sources. */
    public static final String STREAMS = "x:stream";

    private static final Logger LOG = Logger.getLogger(SpendGuard.class);

    /**
     * Permission to read so many posts, to be settled afterwards.
     *
     * @param day the day on which they count
     */
    public record Permit(LocalDate day, int posts) {}

    private final Budget budget;
    private final SpendLedger ledger;
    private final SpendListener listener;
    private final Clock clock;
    private final Map<LocalDate, SpendDay> days = new TreeMap<>();

    /** Held while the ledger is asked, so that those who find something reserved need not wait for it. */
    private final Object asking = new Object();

    private volatile SpendTotals totals;
    private volatile Instant pausedUntil = Instant.MIN;

    public SpendGuard(Budget budget, SpendLedger ledger, SpendListener listener, Clock clock) {
        this.budget = budget;
        this.ledger = ledger;
        this.listener = listener;
        this.clock = clock;
    }

    public Budget budget() {
        return budget;
    }

    /** Posts of all processes, as far as the ledger was asked; empty before that, and without a budget. */
    public Optional<SpendTotals> totals() {
        return Optional.ofNullable(totals);
    }

    /** Returns until when a source that asked for posts pauses; empty if none does. */
    public Optional<Instant> pausedUntil() {
        return Optional.of(pausedUntil).filter(clock.instant()::isBefore);
    }

    /**
     * Asks to read posts.
     *
     * @param least with fewer nothing can be done
     * @param most as many as might come
     * @return the permit, or until when the budget is used up, or that the ledger is out
     */
    public ApiResult<Permit> ask(int least, int most) {
        LocalDate today = today();
        if (budget.isUnlimited()) {
            return new ApiResult.Ok<>(new Permit(today, most));
        }
        try {
            int posts = takeOrReserve(today, least, most);
            return posts == 0 ? refusal(today) : new ApiResult.Ok<>(new Permit(today, posts));
        } catch (IOException e) {
            return new ApiResult.Retry<>("nothing is read while it cannot be counted: " + e.getMessage());
        }
    }

    private int takeOrReserve(LocalDate today, int least, int most) throws IOException {
        int posts = take(today, most, most);
        boolean isUsedUp = false;
        while (posts == 0 && !isUsedUp) {
            isUsedUp = !reserve(today, most);
            posts = take(today, isUsedUp ? least : most, most);
        }
        return posts;
    }

    private synchronized int take(LocalDate date, int least, int most) {
        return day(date).take(least, most);
    }

    /** Reserves posts; returns whether all that was wanted could be reserved. */
    private boolean reserve(LocalDate date, int most) throws IOException {
        synchronized (asking) {
            long wanted = wanted(date, most);
            if (wanted <= 0) {
                return true;
            }
            SpendLedger.Reservation reservation = ledger.reserve(date, wanted, budget);
            totals = reservation.totals();
            putBack(date, reservation.posts());
            return reservation.posts() == wanted;
        }
    }

    private synchronized long wanted(LocalDate date, int most) {
        return day(date).wanted(most);
    }

    private synchronized void putBack(LocalDate date, long posts) {
        day(date).putBack(posts);
    }

    private ApiResult<Permit> refusal(LocalDate today) {
        boolean isMonth = budget.postsPerMonth() - totals.thisMonth() <= budget.postsPerDay() - totals.today();
        LocalDate next = isMonth ? today.withDayOfMonth(1).plusMonths(1) : today.plusDays(1);
        Instant until = next.atStartOfDay(ZoneOffset.UTC).toInstant();
        String reason = isMonth
                ? "the budget of " + budget.postsPerMonth()
                        + " posts a month is used up (hashlake.budget.posts-per-month)"
                : "the budget of " + budget.postsPerDay() + " posts a day is used up (hashlake.budget.posts-per-day)";
        if (until.isAfter(pausedUntil)) {
            LOG.warnf("Reading from X is paused until %s: %s", until, reason);
            pausedUntil = until;
        }
        return new ApiResult.Wait<>(until, reason);
    }

    /** A question was asked for the source. */
    public void requested(String source) {
        count(today(), source, new Spend(1, 0));
    }

    /** Returns the posts that are billed: X bills a post once per day, however often it is read. */
    public synchronized List<Tweet> billed(Permit permit, List<Tweet> posts) {
        SpendDay day = day(permit.day());
        return posts.stream().filter(post -> day.isFirstRead(post.id())).toList();
    }

    /**
     * Settles a permit: its posts were read, or will not be.
     *
     * @param read posts by the source that bears them, each once
     */
    public void settle(Permit permit, Map<String, Integer> read) {
        int posts = read.values().stream().mapToInt(Integer::intValue).sum();
        if (!budget.isUnlimited()) {
            putBack(permit.day(), permit.posts() - posts);
        }
        read.forEach((source, count) -> count(permit.day(), source, new Spend(0, count)));
    }

    private void count(LocalDate date, String source, Spend spend) {
        synchronized (this) {
            day(date).count(source, spend);
        }
        listener.spent(source, spend.requests(), spend.posts());
    }

    /**
     * Writes what was counted, and gives back what was reserved and is not needed.
     *
     * @throws IOException if the ledger cannot be reached; what was counted is kept
     */
    public void flush() throws IOException {
        synchronized (asking) {
            LocalDate today = today();
            boolean isNews = totals == null;
            for (LocalDate date : openDays()) {
                isNews |= write(date, date.isBefore(today));
            }
            if (isNews && !budget.isUnlimited()) {
                totals = ledger.reserve(today, 0, budget).totals();
            }
        }
    }

    /**
     * Writes what was counted, and gives back all that was reserved: nothing is read any more.
     *
     * @throws IOException if the ledger cannot be reached; then what was reserved stays so, for about two seconds' reading
     */
    public void close() throws IOException {
        synchronized (asking) {
            for (LocalDate date : openDays()) {
                write(date, true);
            }
        }
    }

    private synchronized List<LocalDate> openDays() {
        return List.copyOf(days.keySet());
    }

    private boolean write(LocalDate date, boolean isOver) throws IOException {
        Map<String, Spend> amounts = drain(date, isOver);
        if (amounts.isEmpty()) {
            return false;
        }
        try {
            ledger.add(date, amounts);
            return true;
        } catch (IOException e) {
            restore(date, amounts);
            throw e;
        }
    }

    private synchronized Map<String, Spend> drain(LocalDate date, boolean isOver) {
        Map<String, Spend> amounts = day(date).drain(!budget.isUnlimited(), isOver);
        if (isOver && amounts.isEmpty()) {
            days.remove(date);
        }
        return amounts;
    }

    private synchronized void restore(LocalDate date, Map<String, Spend> amounts) {
        day(date).restore(amounts);
    }

    private SpendDay day(LocalDate date) {
        return days.computeIfAbsent(date, any -> new SpendDay());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
