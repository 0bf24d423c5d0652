package io.hashlake.api;

import io.hashlake.api.request.Parameters;
import io.hashlake.api.request.Texts;
import io.hashlake.api.response.Answer;
import io.hashlake.api.response.Responder;
import io.hashlake.tweet.Hashtag;
import io.hashlake.warehouse.analytics.Analytics;
import io.hashlake.warehouse.analytics.HashtagTotals;
import io.hashlake.warehouse.analytics.Selection;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.util.List;

/** Serves numbers about hashtags. */
@Path("/api/v1/hashtags")
public class HashtagsResource {

    private final Analytics analytics;
    private final Responder responder;
    private final Parts parts;

    public HashtagsResource(Analytics analytics, Responder responder) {
        this.analytics = analytics;
        this.responder = responder;
        this.parts = new Parts(analytics);
    }

    @GET
    public Response all(@Context UriInfo uri, @Context HttpHeaders headers) throws IOException {
        return responder.answer(uri, headers, this::hashtags);
    }

    @GET
    @Path("{hashtag}")
    public Response one(@PathParam("hashtag") String hashtag, @Context UriInfo uri, @Context HttpHeaders headers)
            throws IOException {
        return responder.answer(uri, headers, parameters -> one(hashtag, parameters));
    }

    @GET
    @Path("{hashtag}/{part}")
    public Response part(
            @PathParam("hashtag") String hashtag,
            @PathParam("part") String part,
            @Context UriInfo uri,
            @Context HttpHeaders headers)
            throws IOException {
        Parts.Part found = parts.named(part);
        return responder.answer(uri, headers, parameters -> about(hashtag, parameters, found));
    }

    Answer hashtags(Parameters parameters) throws IOException {
        Selection selection = parameters.selection();
        int limit = parameters.limit(Parts.USUAL, Parts.MOST);
        parameters.done();
        return Answer.many(HashtagTotals.class, analytics.hashtags(selection, limit));
    }

    Answer one(String written, Parameters parameters) throws IOException {
        Hashtag hashtag = parameters
                .inPath("hashtag", written, Texts.HASHTAG_ALLOWED, Texts::readHashtagAsWritten)
                .orElse(new Hashtag("x", "x"));
        Selection selection = parameters.selection(List.of(hashtag.canonical()));
        parameters.done();
        return new Answer.One(new HashtagTotals(hashtag.canonical(), hashtag.text(), analytics.totals(selection)));
    }

    Answer about(String written, Parameters parameters, Parts.Part part) throws IOException {
        List<String> hashtag = parameters.inPath("hashtag", written, Texts.HASHTAG_ALLOWED, Texts::readHashtag).stream()
                .toList();
        return part.of(parameters.selection(hashtag), parameters);
    }
}
