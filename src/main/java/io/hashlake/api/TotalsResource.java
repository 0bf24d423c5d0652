package io.hashlake.api;

import io.hashlake.api.request.Parameters;
import io.hashlake.api.response.Answer;
import io.hashlake.api.response.Responder;
import io.hashlake.warehouse.analytics.Analytics;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;

/** Serves the totals of all posts of a period. */
@Path("/api/v1/totals")
public class TotalsResource {

    private final Analytics analytics;
    private final Responder responder;

    public TotalsResource(Analytics analytics, Responder responder) {
        this.analytics = analytics;
        this.responder = responder;
    }

    @GET
    public Response get(@Context UriInfo uri, @Context HttpHeaders headers) throws IOException {
        return responder.answer(uri, headers, this::totals);
    }

    Answer totals(Parameters parameters) throws IOException {
        var selection = parameters.selection();
        parameters.done();
        return new Answer.One(analytics.totals(selection));
    }
}
