package io.hashlake.api;

import io.hashlake.tweet.Hashtag;
import io.hashlake.warehouse.analytics.Analytics;
import io.hashlake.warehouse.analytics.AuthorTotals;
import io.hashlake.warehouse.analytics.CoOccurrence;
import io.hashlake.warehouse.analytics.HashtagTotals;
import io.hashlake.warehouse.analytics.Interval;
import io.hashlake.warehouse.analytics.LanguageTotals;
import io.hashlake.warehouse.analytics.Limits;
import io.hashlake.warehouse.analytics.PostView;
import io.hashlake.warehouse.analytics.Selection;
import io.hashlake.warehouse.analytics.SeriesPoint;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;

/** What is said with hashtags. */
@Path("/api/v1/hashtags")
public class HashtagsResource {

    private static final int USUAL = 50;
    private static final int MOST = Limits.MOST_ROWS;

    private final Analytics analytics;
    private final Responder responder;

    public HashtagsResource(Analytics analytics, Responder responder) {
        this.analytics = analytics;
        this.responder = responder;
    }

    /** An answer about the posts with one hashtag. */
    interface Part {
        Answer of(Selection selection, Parameters parameters) throws IOException;
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
        Part found = part(part);
        return responder.answer(uri, headers, parameters -> about(hashtag, parameters, found));
    }

    Answer hashtags(Parameters parameters) throws IOException {
        Selection selection = parameters.selection();
        int limit = parameters.limit(USUAL, MOST);
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

    Answer about(String written, Parameters parameters, Part part) throws IOException {
        List<String> hashtag = parameters.inPath("hashtag", written, Texts.HASHTAG_ALLOWED, Texts::readHashtag).stream()
                .toList();
        return part.of(parameters.selection(hashtag), parameters);
    }

    /** @throws ProblemException if there is no such part */
    Part part(String name) {
        return switch (name) {
            case "series" -> this::series;
            case "top-posts" -> this::topPosts;
            case "authors" -> this::authors;
            case "co-occurring" -> this::coOccurring;
            case "languages" -> this::languages;
            case "sentiment" -> this::sentiment;
            default ->
                throw ProblemType.NOT_FOUND
                        .because("a hashtag has series, top-posts, authors, co-occurring, languages and sentiment")
                        .thrown();
        };
    }

    private Answer series(Selection selection, Parameters parameters) throws IOException {
        Interval interval = parameters.choice("interval", Interval.class).orElse(Interval.HOUR);
        ZoneId zone = parameters.zone();
        long steps = interval.steps(selection.from(), selection.to());
        if (steps > Limits.MOST_POINTS) {
            parameters.refuse(
                    "interval",
                    interval.name().toLowerCase(java.util.Locale.ROOT),
                    "one by which the period has up to " + Limits.MOST_POINTS + " steps rather than " + steps);
        }
        parameters.done();
        return Answer.many(SeriesPoint.class, analytics.series(selection, interval, zone));
    }

    private Answer topPosts(Selection selection, Parameters parameters) throws IOException {
        int limit = limit(parameters);
        return Answer.many(PostView.class, analytics.topPosts(selection, limit));
    }

    private Answer authors(Selection selection, Parameters parameters) throws IOException {
        int limit = limit(parameters);
        return Answer.many(AuthorTotals.class, analytics.authors(selection, limit));
    }

    private Answer coOccurring(Selection selection, Parameters parameters) throws IOException {
        int limit = limit(parameters);
        return Answer.many(CoOccurrence.class, analytics.coOccurring(selection, limit));
    }

    private Answer languages(Selection selection, Parameters parameters) throws IOException {
        int limit = limit(parameters);
        return Answer.many(LanguageTotals.class, analytics.languages(selection, limit));
    }

    private Answer sentiment(Selection selection, Parameters parameters) throws IOException {
        parameters.done();
        return new Answer.One(SentimentShares.of(analytics.totals(selection)));
    }

    private static int limit(Parameters parameters) {
        int limit = parameters.limit(USUAL, MOST);
        parameters.done();
        return limit;
    }
}
