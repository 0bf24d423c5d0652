package io.hashlake.x.spend;

import io.hashlake.core.spend.BillingCycle;
import io.hashlake.core.spend.Budget;
import io.hashlake.core.spend.BudgetLimit;
import io.hashlake.core.spend.Dollars;
import io.hashlake.core.spend.Resource;
import io.hashlake.core.spend.SpendItem;
import io.hashlake.core.spend.SpendLedger;
import io.hashlake.core.spend.SpendTotals;
import io.hashlake.tweet.Tweet;
import io.hashlake.x.client.ApiResult;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Lets as much be read as the budget allows, and counts what is asked and read. Whoever reads {@linkplain #ask asks}
 * before and writes a {@linkplain #receipt receipt} after. With a budget, what may be read is reserved in the ledger beforehand,
 * for about two seconds' reading at once and at the highest cost: neither a kill nor another process lets the budget be exceeded.
 *
 * <p>It keeps no thread and no timer; whoever drives it calls {@link #flush} about once a second, and at the end. Threads may
 * share it.
 */
public final class SpendGuard {

    /** Lets everything be read, and writes nothing down. */
    public static final SpendGuard NONE =
            new SpendGuard(SpendTerms.FREE, SpendLedger.NONE, SpendListener.NONE, Clock.systemUTC());

    /** Bears what is asked and read for streams, but for none of their sources. */
    public static final String STREAMS = "x:stream";

    /** Bears requests for what X bills. */
    public static final String USAGE = "x:usage";

    private static final Logger LOG = Logger.getLogger(SpendGuard.class);

    /**
     * Permission to read so many posts, to be settled afterwards.
     *
     * @param day the day on which they count
     */
    public record Permit(LocalDate day, int posts) {}

    private final SpendTerms terms;
    private final Budget budget;
    private final SpendLedger ledger;
    private final SpendListener listener;
    private final Clock clock;
    private final Map<LocalDate, SpendDay> days = new TreeMap<>();

    /** Held while the ledger is asked, so that those who find something reserved need not wait for it. */
    private final Object asking = new Object();

    private volatile SpendTotals totals;
    private volatile Instant pausedUntil = Instant.MIN;

    public SpendGuard(SpendTerms terms, SpendLedger ledger, SpendListener listener, Clock clock) {
        this.terms = terms;
        this.budget = terms.budget();
        this.ledger = ledger;
        this.listener = listener;
        this.clock = clock;
    }

    public Budget budget() {
        return budget;
    }

    /** Posts and dollars of all processes, as far as the ledger was asked; empty before that, and without a budget. */
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
        if (posts == 0 && !reserve(today, most)) {
            giveBack(today);
            reserve(today, most);
            return take(today, least, most);
        }
        return posts > 0 ? posts : takeOrReserve(today, least, most);
    }

    /** Gives back what is left of reservations: most reads cost less than was reserved for them. */
    private void giveBack(LocalDate today) throws IOException {
        synchronized (asking) {
            write(today, false);
        }
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
            SpendLedger.Reservation reservation = ledger.reserve(date, wanted, terms.maxCost(date), budget);
            totals = reservation.totals();
            reserved(date, reservation.posts());
            return reservation.posts() == wanted;
        }
    }

    private synchronized long wanted(LocalDate date, int most) {
        return day(date).wanted(most);
    }

    private synchronized void reserved(LocalDate date, long posts) {
        day(date).reserved(posts);
    }

    private ApiResult<Permit> refusal(LocalDate today) {
        BudgetLimit limit = budget.tightest(totals, terms.maxCost(today));
        Instant until = budget.cycle()
                .next(limit.period(), today)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        String reason = "the budget of " + limit + " is used up (" + limit.property() + ")";
        if (until.isAfter(pausedUntil)) {
            LOG.warnf("Reading from X is paused until %s: %s", until, reason);
            pausedUntil = until;
        }
        return new ApiResult.Wait<>(until, reason);
    }

    /**
     * Asks to send a request that reads no posts and is billed as such. It needs nothing of a budget of posts.
     *
     * @return the permit, or until when the budget is used up, or that the ledger is out
     */
    public ApiResult<Permit> askToCount() {
        LocalDate today = today();
        long maxCost = Math.max(1, terms.maxCost(today).micros());
        long price = terms.prices().of(Resource.COUNTS_RECENT, today).micros();
        int posts = budget.isInDollars() ? (int) ((price + maxCost - 1) / maxCost) : 0;
        return posts == 0 ? new ApiResult.Ok<>(new Permit(today, 0)) : ask(posts, posts);
    }

    /** A question was asked for the source. */
    public void requested(String source) {
        settle(new Permit(today(), 0), Map.of(new SpendItem(source, Resource.REQUEST, Dollars.ZERO), 1L));
    }

    /** Begins to settle a permit: what it was used for is told to the receipt, which then is to be closed. */
    public Receipt receipt(Permit permit) {
        return new Receipt(this, permit);
    }

    /** Returns the posts that are billed, by their price. */
    synchronized Map<Dollars, List<Tweet>> billed(Permit permit, List<Tweet> posts) {
        SpendDay day = day(permit.day());
        return posts.stream()
                .filter(post -> day.isFirstRead(post.id()))
                .collect(Collectors.groupingBy(post -> day.priceOf(post.id())));
    }

    synchronized int newIncluded(Permit permit, Collection<Long> posts) {
        SpendDay day = day(permit.day());
        return (int) posts.stream().filter(day::isFirstInclusion).count();
    }

    synchronized int newUsers(Permit permit, Collection<Long> users) {
        SpendDay day = day(permit.day());
        return (int) users.stream().filter(day::isFirstUser).count();
    }

    Dollars price(Permit permit, Resource resource) {
        return terms.prices().of(resource, permit.day());
    }

    void settle(Permit permit, Map<SpendItem, Long> read) {
        synchronized (this) {
            day(permit.day()).settle(permit.posts(), read);
        }
        read.forEach(listener::spent);
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
                totals = ledger.reserve(today, 0, terms.maxCost(today), budget).totals();
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
        Map<SpendItem, Long> amounts = drain(date, isOver);
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

    private synchronized Map<SpendItem, Long> drain(LocalDate date, boolean isOver) {
        Map<SpendItem, Long> amounts = day(date).drain(!budget.isUnlimited(), isOver);
        if (isOver && amounts.isEmpty()) {
            days.remove(date);
        }
        return amounts;
    }

    private synchronized void restore(LocalDate date, Map<SpendItem, Long> amounts) {
        day(date).restore(amounts);
    }

    private SpendDay day(LocalDate date) {
        return days.computeIfAbsent(date, any -> new SpendDay(date, terms));
    }

    private LocalDate today() {
        return BillingCycle.dayOf(clock.instant());
    }
}
