package io.hashlake.api;

import io.hashlake.api.request.Endpoint;
import io.hashlake.api.request.Period;
import io.hashlake.api.request.PeriodParameters;
import io.hashlake.api.request.RequestClock;
import io.hashlake.api.request.RowLimit;
import io.hashlake.api.response.RowEncoding;
import io.hashlake.core.Origins;
import io.hashlake.warehouse.analytics.Analytics;
import io.hashlake.warehouse.analytics.GapView;
import io.hashlake.warehouse.analytics.Limits;
import io.hashlake.warehouse.analytics.SourceView;
import io.hashlake.warehouse.ledger.SpendView;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Serves gaps, completeness and sources. */
@Path("/api/v1")
@Endpoint
@Tag(name = "operations")
public class OperationsResource {

    private static final int USUAL = 100;

    private final Analytics analytics;
    private final SpendBySource spend;
    private final RequestClock clock;

    public OperationsResource(Analytics analytics, SpendBySource spend, RequestClock clock) {
        this.analytics = analytics;
        this.spend = spend;
        this.clock = clock;
    }

    @GET
    @Path("gaps")
    @Operation(operationId = "gaps", summary = "Intervals in which posts may have been missed, the newest first")
    public List<GapView> gaps(
            @BeanParam PeriodParameters period, @BeanParam RowLimit limit, @BeanParam RowEncoding encoding)
            throws IOException {
        Period asked = period.period(clock);
        return analytics.gaps(asked.from(), asked.to(), limit.or(USUAL));
    }

    @GET
    @Path("completeness")
    @Operation(
            operationId = "completeness",
            summary = "How much of a period each source has surely covered",
            description = "Of the newest 1000 gaps of the period.")
    public List<Completeness> completeness(@BeanParam PeriodParameters period, @BeanParam RowEncoding encoding)
            throws IOException {
        Period asked = period.period(clock);
        List<GapView> gaps = analytics.gaps(asked.from(), asked.to(), Limits.MAX_ROWS);
        List<String> sources =
                analytics.sources().stream().map(SourceView::source).toList();
        return Completeness.of(asked, gaps, sources);
    }

    @GET
    @Path("sources")
    @Operation(operationId = "sources", summary = "The sources, how far each has come and how far it lags")
    public List<SourceState> sources(@BeanParam RowEncoding encoding) throws IOException {
        Map<String, SpendView> spent =
                spend.now().stream().collect(Collectors.toMap(SpendView::source, Function.identity()));
        Instant now = clock.now();
        return analytics.sources().stream()
                .filter(source -> source.followed() || Origins.isFile(source.source()))
                .map(source -> SourceState.of(source, spentBy(source.source(), spent), now))
                .toList();
    }

    private static SpendView spentBy(String source, Map<String, SpendView> spent) {
        return spent.getOrDefault(source, SpendView.none(source));
    }
}
