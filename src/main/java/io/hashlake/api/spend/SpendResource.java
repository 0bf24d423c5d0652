package io.hashlake.api.spend;

import io.hashlake.api.request.Endpoint;
import io.hashlake.api.request.Period;
import io.hashlake.api.request.PeriodParameters;
import io.hashlake.api.request.RequestClock;
import io.hashlake.api.request.RowLimit;
import io.hashlake.api.response.RowEncoding;
import io.hashlake.core.spend.BillingCycle;
import io.hashlake.warehouse.ledger.SpendReader;
import io.hashlake.warehouse.ledger.SpendStatement;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Serves what reading from X costs. */
@Path("/api/v1/spend")
@Endpoint
@Tag(name = "operations")
public class SpendResource {

    private static final int USUAL = 100;

    private final SpendStatement statement;
    private final SpendReader reader;
    private final RequestClock clock;

    public SpendResource(SpendStatement statement, SpendReader reader, RequestClock clock) {
        this.statement = statement;
        this.reader = reader;
        this.clock = clock;
    }

    @GET
    @Operation(
            operationId = "spend",
            summary = "What reading from X costs today, this month and in this billing cycle, with forecast and budget")
    public List<SpendPeriod> spend(@BeanParam RowEncoding encoding) throws IOException {
        return statement.periods().stream().map(SpendPeriod::of).toList();
    }

    @GET
    @Path("items")
    @Operation(
            operationId = "spendItems",
            summary = "What was read from X, by day, source, resource and price, the newest day first",
            description = "Of every UTC day that the period touches.")
    public List<SpendRow> items(
            @BeanParam PeriodParameters period, @BeanParam RowLimit limit, @BeanParam RowEncoding encoding)
            throws IOException {
        Period asked = period.period(clock);
        return reader.lines(first(asked), end(asked), limit.or(USUAL)).stream()
                .map(SpendRow::of)
                .toList();
    }

    @GET
    @Path("comparison")
    @Operation(
            operationId = "spendComparison",
            summary = "Posts by day as counted here, and as X says that it bills them",
            description = "Of every UTC day that the period touches and that was compared.")
    public List<SpendDifference> comparison(@BeanParam PeriodParameters period, @BeanParam RowEncoding encoding)
            throws IOException {
        Period asked = period.period(clock);
        return reader.comparisons(first(asked), end(asked)).stream()
                .map(SpendDifference::of)
                .toList();
    }

    private static LocalDate first(Period period) {
        return BillingCycle.dayOf(period.from());
    }

    private static LocalDate end(Period period) {
        return BillingCycle.dayOf(period.to().minusNanos(1)).plusDays(1);
    }
}
