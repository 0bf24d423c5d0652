package io.hashlake.api;

import io.hashlake.api.request.Parameters;
import io.hashlake.api.response.Answer;
import io.hashlake.api.response.Responder;
import io.hashlake.warehouse.analytics.Analytics;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;

/** The answers that a hashtag has, about several hashtags or all posts. */
@Path("/api/v1")
public class SelectionResource {

    private final Responder responder;
    private final Parts parts;

    public SelectionResource(Analytics analytics, Responder responder) {
        this.responder = responder;
        this.parts = new Parts(analytics);
    }

    @GET
    @Path("{part:series|top-posts|authors|co-occurring|languages|sentiment}")
    public Response part(@PathParam("part") String part, @Context UriInfo uri, @Context HttpHeaders headers)
            throws IOException {
        return responder.answer(uri, headers, parameters -> part(part, parameters));
    }

    Answer part(String name, Parameters parameters) throws IOException {
        return parts.named(name).of(parameters.selection(), parameters);
    }
}
