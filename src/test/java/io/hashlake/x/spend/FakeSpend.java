package io.hashlake.x.spend;

import io.hashlake.core.spend.Budget;
import io.hashlake.core.spend.BudgetPeriod;
import io.hashlake.core.spend.Dollars;
import io.hashlake.core.spend.Resource;
import io.hashlake.core.spend.SpendItem;
import io.hashlake.core.spend.SpendLedger;
import io.hashlake.core.spend.SpendTotals;
import io.hashlake.core.spend.Used;
import java.io.IOException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** A ledger in memory, which can be out, before or after it has added. */
public final class FakeSpend implements SpendLedger {

    public final Map<LocalDate, Map<SpendItem, Long>> days = new TreeMap<>();
    public volatile boolean out;
    volatile boolean silentAfterAdding;
    int writes;

    @Override
    public synchronized void add(LocalDate day, Map<SpendItem, Long> amounts) throws IOException {
        requireThere();
        writes++;
        put(day, amounts);
        if (silentAfterAdding) {
            throw new IOException("the connection was lost");
        }
    }

    @Override
    public synchronized Reservation reserve(LocalDate day, long posts, Dollars price, Budget budget)
            throws IOException {
        requireThere();
        writes++;
        long granted = Math.min(posts, budget.left(totals(day, budget), price));
        put(day, Map.of(SpendLedger.reserved(price), granted));
        return new Reservation(granted, totals(day, budget));
    }

    /** Posts and dollars of the periods of the day, reserved ones included. */
    public synchronized SpendTotals totals(LocalDate day, Budget budget) {
        Map<BudgetPeriod, Used> totals = new EnumMap<>(BudgetPeriod.class);
        for (BudgetPeriod period : BudgetPeriod.values()) {
            LocalDate first = budget.cycle().first(period, day);
            LocalDate next = budget.cycle().next(period, day);
            totals.put(
                    period,
                    days.keySet().stream()
                            .filter(other -> !other.isBefore(first) && other.isBefore(next))
                            .map(this::used)
                            .reduce(Used.NOTHING, Used::plus));
        }
        return new SpendTotals(totals);
    }

    /** Posts and dollars of the day, reserved ones included. */
    public synchronized Used used(LocalDate day) {
        return days.getOrDefault(day, Map.of()).entrySet().stream()
                .map(entry -> new Used(
                        entry.getKey().resource() == Resource.POST ? entry.getValue() : 0,
                        entry.getKey().price().times(entry.getValue())))
                .reduce(Used.NOTHING, Used::plus);
    }

    /** How many of a resource a source has read on a day, at whatever price. */
    public synchronized long of(LocalDate day, String source, Resource resource) {
        return days.getOrDefault(day, Map.of()).entrySet().stream()
                .filter(entry -> entry.getKey().source().equals(source))
                .filter(entry -> entry.getKey().resource() == resource)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    public long posts(LocalDate day, String source) {
        return of(day, source, Resource.POST);
    }

    private void put(LocalDate day, Map<SpendItem, Long> amounts) {
        amounts.forEach((item, amount) ->
                days.computeIfAbsent(day, any -> new TreeMap<>()).merge(item, amount, Long::sum));
    }

    private void requireThere() throws IOException {
        if (out) {
            throw new IOException("the ledger is out");
        }
    }
}
