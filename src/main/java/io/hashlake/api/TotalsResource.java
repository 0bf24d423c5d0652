package io.hashlake.api;

import io.hashlake.api.request.Endpoint;
import io.hashlake.api.request.HashtagParameters;
import io.hashlake.api.request.PeriodParameters;
import io.hashlake.api.request.RequestClock;
import io.hashlake.api.response.RowEncoding;
import io.hashlake.warehouse.analytics.Analytics;
import io.hashlake.warehouse.analytics.Totals;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.io.IOException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Serves the totals of all posts of a period. */
@Path("/api/v1/totals")
@Endpoint
@Tag(name = "numbers")
public class TotalsResource {

    private final Analytics analytics;
    private final RequestClock clock;

    public TotalsResource(Analytics analytics, RequestClock clock) {
        this.analytics = analytics;
        this.clock = clock;
    }

    @GET
    @Operation(operationId = "totals", summary = "What all posts of a period amount to")
    public Totals totals(
            @BeanParam HashtagParameters hashtags, @BeanParam PeriodParameters period, @BeanParam RowEncoding encoding)
            throws IOException {
        return analytics.totals(period.selection(hashtags.hashtags(), clock));
    }
}
