package io.hashlake.api;

import io.hashlake.api.problem.ProblemType;
import io.hashlake.api.request.Parameters;
import io.hashlake.api.request.PostQuery;
import io.hashlake.api.response.Answer;
import io.hashlake.api.response.Responder;
import io.hashlake.api.response.ResponseDeadline;
import io.hashlake.warehouse.analytics.Analytics;
import io.hashlake.warehouse.analytics.Limits;
import io.hashlake.warehouse.analytics.PostFilter;
import io.hashlake.warehouse.analytics.PostView;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.util.List;

/** The posts themselves. */
@Path("/api/v1/posts")
public class PostsResource {

    private static final int USUAL = 100;
    private static final int MOST = Limits.MAX_ROWS;

    private final Analytics analytics;
    private final Responder responder;
    private final PostExport export;

    public PostsResource(Analytics analytics, Responder responder, PostExport export) {
        this.analytics = analytics;
        this.responder = responder;
        this.export = export;
    }

    @GET
    public Response all(@Context UriInfo uri, @Context HttpHeaders headers) throws IOException {
        return responder.answer(uri, headers, this::posts);
    }

    @GET
    @Path("export")
    public Response export(@Context UriInfo uri, @Context HttpHeaders headers, @Context HttpServerRequest request)
            throws IOException {
        return export.response(
                responder.parameters(uri.getQueryParameters()), headers, () -> ResponseDeadline.cutOff(request));
    }

    @GET
    @Path("{id}")
    public Response one(@PathParam("id") String id, @Context UriInfo uri, @Context HttpHeaders headers)
            throws IOException {
        return responder.answer(uri, headers, parameters -> history(id, parameters));
    }

    Answer posts(Parameters parameters) throws IOException {
        PostFilter filter = PostQuery.filter(parameters);
        int limit = parameters.limit(USUAL, MOST);
        parameters.done();
        List<PostView> page = analytics.posts(filter, limit);
        return new Answer.Many<>(PostView.class, page, PostQuery.next(filter, page, limit));
    }

    Answer history(String text, Parameters parameters) throws IOException {
        long id = parameters
                .inPath("id", text, "a post's id, a whole number above 0", PostsResource::id)
                .orElse(0L);
        parameters.done();
        List<PostView> versions = analytics.versions(id);
        if (versions.isEmpty()) {
            throw ProblemType.NOT_FOUND
                    .because("no post with the id " + id + " is known")
                    .thrown();
        }
        return new Answer.One(PostHistory.of(versions));
    }

    private static long id(String text) {
        long id = Long.parseLong(text);
        if (id < 1) {
            throw new IllegalArgumentException(text);
        }
        return id;
    }
}
