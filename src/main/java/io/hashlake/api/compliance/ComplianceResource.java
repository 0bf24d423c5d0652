package io.hashlake.api.compliance;

import io.hashlake.api.request.Endpoint;
import io.hashlake.api.request.Period;
import io.hashlake.api.request.PeriodParameters;
import io.hashlake.api.request.RequestClock;
import io.hashlake.api.request.RowLimit;
import io.hashlake.api.response.RowEncoding;
import io.hashlake.core.erasure.ComplianceReport;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Serves how far removals are, and their audit. */
@Path("/api/v1/compliance")
@Endpoint
@Tag(name = "operations")
public class ComplianceResource {

    private static final int USUAL = 100;

    private final ComplianceReport report;
    private final RequestClock clock;

    public ComplianceResource(ComplianceReport report, RequestClock clock) {
        this.report = report;
        this.clock = clock;
    }

    @GET
    @Operation(
            operationId = "compliance",
            summary = "How far the removal is of posts that are gone at X, or are to be forgotten")
    public ComplianceState compliance(@BeanParam RowEncoding encoding) throws IOException {
        return ComplianceState.of(report.status());
    }

    @GET
    @Path("erasures")
    @Operation(
            operationId = "erasures",
            summary = "Removals asked for in a period, the newest first",
            description = "An audit without the content of what was removed, and without its ids.")
    public List<ErasureRow> erasures(
            @BeanParam PeriodParameters period, @BeanParam RowLimit limit, @BeanParam RowEncoding encoding)
            throws IOException {
        Period asked = period.period(clock);
        return report.erasures(asked.from(), asked.to(), limit.or(USUAL)).stream()
                .map(ErasureRow::of)
                .toList();
    }
}
