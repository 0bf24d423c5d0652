package io.hashlake.x.spend;

import io.hashlake.core.Budget;
import io.hashlake.core.Spend;
import io.hashlake.core.SpendLedger;
import io.hashlake.core.SpendTotals;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/** A ledger in memory, which can be out, before or after it has added. */
public final class FakeSpend implements SpendLedger {

    public final Map<LocalDate, Map<String, Spend>> days = new TreeMap<>();
    public volatile boolean out;
    volatile boolean silentAfterAdding;
    int writes;

    @Override
    public synchronized void add(LocalDate day, Map<String, Spend> amounts) throws IOException {
        requireThere();
        writes++;
        amounts.forEach((source, amount) ->
                days.computeIfAbsent(day, any -> new TreeMap<>()).merge(source, amount, Spend::plus));
        if (silentAfterAdding) {
            throw new IOException("the connection was lost");
        }
    }

    @Override
    public synchronized Reservation reserve(LocalDate day, long posts, Budget budget) throws IOException {
        requireThere();
        writes++;
        SpendTotals before = totals(day);
        long granted = Math.min(posts, budget.left(before));
        if (granted > 0) {
            days.computeIfAbsent(day, any -> new TreeMap<>()).merge(RESERVED, new Spend(0, granted), Spend::plus);
        }
        return new Reservation(granted, totals(day));
    }

    /** Posts of the day, reserved ones included. */
    public synchronized SpendTotals totals(LocalDate day) {
        long today = posts(day);
        long month = days.keySet().stream()
                .filter(other -> !other.isAfter(day) && !other.isBefore(day.withDayOfMonth(1)))
                .mapToLong(this::posts)
                .sum();
        return new SpendTotals(today, month);
    }

    public synchronized Spend of(LocalDate day, String source) {
        return days.getOrDefault(day, Map.of()).getOrDefault(source, Spend.NONE);
    }

    private long posts(LocalDate day) {
        return days.getOrDefault(day, Map.of()).values().stream()
                .mapToLong(Spend::posts)
                .sum();
    }

    private void requireThere() throws IOException {
        if (out) {
            throw new IOException("the ledger is out");
        }
    }
}
