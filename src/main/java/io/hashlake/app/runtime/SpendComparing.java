package io.hashlake.app.runtime;

import io.hashlake.core.spend.BillingCycle;
import io.hashlake.warehouse.ledger.SpendComparison;
import io.hashlake.warehouse.ledger.SpendReader;
import io.hashlake.x.client.ApiResult;
import io.hashlake.x.client.Usage;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Compares the posts counted in the ledger with those that X says it bills. */
public final class SpendComparing {

    /** Asks X for its usage. */
    @FunctionalInterface
    public interface UsageApi {
        ApiResult<Usage> usage() throws InterruptedException;
    }

    private final UsageApi x;
    private final SpendReader ledger;
    private final Clock clock;

    public SpendComparing(UsageApi x, SpendReader ledger, Clock clock) {
        this.x = x;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Compares the days that X lists, and returns them, the newest first.
     *
     * @throws IOException if X does not answer, or the ledger cannot be reached; try again later
     */
    public List<SpendComparison> compare() throws IOException, InterruptedException {
        ApiResult<Usage> answer = x.usage();
        if (!(answer instanceof ApiResult.Ok<Usage> usage)) {
            throw new IOException("X does not say what it bills: " + answer.reason());
        }
        Map<LocalDate, Long> billed = usage.value().days().stream()
                .collect(Collectors.toMap(day -> BillingCycle.dayOf(day.date()), Usage.Day::posts, Long::sum));
        ledger.compare(billed, clock.instant());
        LocalDate today = BillingCycle.dayOf(clock.instant());
        return ledger.comparisons(today.minusDays(billed.size()), today.plusDays(1));
    }
}
