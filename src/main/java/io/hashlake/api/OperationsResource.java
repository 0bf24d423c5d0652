package io.hashlake.api;

import io.hashlake.api.request.Parameters;
import io.hashlake.api.request.Period;
import io.hashlake.api.response.Answer;
import io.hashlake.api.response.Responder;
import io.hashlake.warehouse.analytics.Analytics;
import io.hashlake.warehouse.analytics.GapView;
import io.hashlake.warehouse.analytics.Limits;
import io.hashlake.warehouse.analytics.SourceView;
import io.hashlake.warehouse.ledger.SpendView;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Serves gaps, completeness and sources. */
@Path("/api/v1")
public class OperationsResource {

    private static final int USUAL = 100;
    private static final int MOST = Limits.MAX_ROWS;

    private final Analytics analytics;
    private final SpendBySource spend;
    private final Responder responder;
    private final Clock clock;

    public OperationsResource(Analytics analytics, SpendBySource spend, Responder responder, Clock clock) {
        this.analytics = analytics;
        this.spend = spend;
        this.responder = responder;
        this.clock = clock;
    }

    @GET
    @Path("gaps")
    public Response gaps(@Context UriInfo uri, @Context HttpHeaders headers) throws IOException {
        return responder.answer(uri, headers, this::gaps);
    }

    @GET
    @Path("completeness")
    public Response completeness(@Context UriInfo uri, @Context HttpHeaders headers) throws IOException {
        return responder.answer(uri, headers, this::completeness);
    }

    @GET
    @Path("sources")
    public Response sources(@Context UriInfo uri, @Context HttpHeaders headers) throws IOException {
        return responder.answer(uri, headers, this::sources);
    }

    Answer gaps(Parameters parameters) throws IOException {
        Period period = parameters.period();
        int limit = parameters.limit(USUAL, MOST);
        parameters.done();
        return Answer.many(GapView.class, analytics.gaps(period.from(), period.to(), limit));
    }

    /** Of the newest {@link #MOST} gaps. */
    Answer completeness(Parameters parameters) throws IOException {
        Period period = parameters.period();
        parameters.done();
        List<GapView> gaps = analytics.gaps(period.from(), period.to(), MOST);
        List<String> sources =
                analytics.sources().stream().map(SourceView::source).toList();
        return Answer.many(Completeness.class, Completeness.of(period, gaps, sources));
    }

    Answer sources(Parameters parameters) throws IOException {
        parameters.done();
        Instant now = clock.instant();
        Map<String, SpendView> spent =
                spend.now().stream().collect(Collectors.toMap(SpendView::source, Function.identity()));
        return Answer.many(
                SourceState.class,
                analytics.sources().stream()
                        .map(source -> SourceState.of(source, spentBy(source.source(), spent), now))
                        .toList());
    }

    private static SpendView spentBy(String source, Map<String, SpendView> spent) {
        return spent.getOrDefault(source, new SpendView(source, 0, 0, 0));
    }
}
