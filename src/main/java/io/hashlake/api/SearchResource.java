package io.hashlake.api;

import io.hashlake.api.request.Parameters;
import io.hashlake.api.request.PostQuery;
import io.hashlake.api.response.Answer;
import io.hashlake.api.response.Responder;
import io.hashlake.warehouse.analytics.Limits;
import io.hashlake.warehouse.analytics.PostFilter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Search for posts by their texts, in the index where there is one and in the warehouse otherwise. */
@Path("/api/v1/posts/search")
public class SearchResource {

    /** Response header that names what was searched. */
    static final String SEARCHED = "Hashlake-Searched";

    private static final int USUAL = 50;
    private static final int MOST = Limits.MAX_ROWS;

    private final PostSearch search;
    private final Responder responder;

    public SearchResource(PostSearch search, Responder responder) {
        this.search = search;
        this.responder = responder;
    }

    @GET
    public Response search(@Context UriInfo uri, @Context HttpHeaders headers) throws IOException {
        Response found = responder.answer(uri, headers, this::found);
        return Response.fromResponse(found).header(SEARCHED, search.name()).build();
    }

    Answer found(Parameters parameters) throws IOException {
        PostFilter filter = PostQuery.filterWithPhrase(parameters);
        int limit = parameters.limit(USUAL, MOST);
        parameters.done();
        List<FoundPost> page = search.search(filter, limit);
        return new Answer.Many<>(FoundPost.class, page, next(filter, page, limit));
    }

    private static Map<String, String> next(PostFilter filter, List<FoundPost> page, int limit) {
        if (page.size() < limit) {
            return Map.of();
        }
        FoundPost last = page.get(page.size() - 1);
        return PostQuery.next(filter, last.createdAt(), last.id());
    }
}
