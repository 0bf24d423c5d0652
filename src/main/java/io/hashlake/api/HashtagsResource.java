package io.hashlake.api;

import io.hashlake.api.request.Endpoint;
import io.hashlake.api.request.HashtagParameters;
import io.hashlake.api.request.HashtagPath;
import io.hashlake.api.request.PeriodParameters;
import io.hashlake.api.request.RequestClock;
import io.hashlake.api.request.RowLimit;
import io.hashlake.api.request.SeriesParameters;
import io.hashlake.api.response.RowEncoding;
import io.hashlake.tweet.Hashtag;
import io.hashlake.warehouse.analytics.Analytics;
import io.hashlake.warehouse.analytics.AuthorTotals;
import io.hashlake.warehouse.analytics.CoOccurrence;
import io.hashlake.warehouse.analytics.HashtagTotals;
import io.hashlake.warehouse.analytics.LanguageTotals;
import io.hashlake.warehouse.analytics.PostView;
import io.hashlake.warehouse.analytics.Selection;
import io.hashlake.warehouse.analytics.SeriesPoint;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Serves numbers about hashtags. */
@Path("/api/v1/hashtags")
@Endpoint
@Tag(name = "numbers")
public class HashtagsResource {

    private static final int USUAL = 50;

    private final Analytics analytics;
    private final RequestClock clock;

    public HashtagsResource(Analytics analytics, RequestClock clock) {
        this.analytics = analytics;
        this.clock = clock;
    }

    @GET
    @Operation(operationId = "hashtags", summary = "The hashtags of a period, the most used first")
    public List<HashtagTotals> hashtags(
            @BeanParam HashtagParameters hashtags,
            @BeanParam PeriodParameters period,
            @BeanParam RowLimit limit,
            @BeanParam RowEncoding encoding)
            throws IOException {
        return analytics.hashtags(period.selection(hashtags.hashtags(), clock), limit.or(USUAL));
    }

    @GET
    @Path("{hashtag}")
    @Operation(operationId = "hashtagTotals", summary = "What the posts with a hashtag amount to")
    public HashtagTotals totals(
            @BeanParam HashtagPath path, @BeanParam PeriodParameters period, @BeanParam RowEncoding encoding)
            throws IOException {
        Hashtag hashtag = path.hashtag();
        return new HashtagTotals(
                hashtag.canonical(), hashtag.text(), analytics.totals(period.selection(path.hashtags(), clock)));
    }

    @GET
    @Path("{hashtag}/series")
    @Operation(operationId = "series", summary = "Posts step by step; steps without posts are left out")
    public List<SeriesPoint> series(
            @BeanParam HashtagPath path,
            @BeanParam PeriodParameters period,
            @BeanParam SeriesParameters steps,
            @BeanParam RowEncoding encoding)
            throws IOException {
        Selection selection = period.selection(path.hashtags(), clock);
        return analytics.series(selection, steps.within(selection), period.zone(clock));
    }

    @GET
    @Path("{hashtag}/top-posts")
    @Operation(operationId = "topPosts", summary = "The posts with the most engagement")
    public List<PostView> topPosts(
            @BeanParam HashtagPath path,
            @BeanParam PeriodParameters period,
            @BeanParam RowLimit limit,
            @BeanParam RowEncoding encoding)
            throws IOException {
        return analytics.topPosts(period.selection(path.hashtags(), clock), limit.or(USUAL));
    }

    @GET
    @Path("{hashtag}/authors")
    @Operation(operationId = "authors", summary = "The accounts with the most posts")
    public List<AuthorTotals> authors(
            @BeanParam HashtagPath path,
            @BeanParam PeriodParameters period,
            @BeanParam RowLimit limit,
            @BeanParam RowEncoding encoding)
            throws IOException {
        return analytics.authors(period.selection(path.hashtags(), clock), limit.or(USUAL));
    }

    @GET
    @Path("{hashtag}/co-occurring")
    @Operation(operationId = "coOccurring", summary = "Other hashtags of the posts")
    public List<CoOccurrence> coOccurring(
            @BeanParam HashtagPath path,
            @BeanParam PeriodParameters period,
            @BeanParam RowLimit limit,
            @BeanParam RowEncoding encoding)
            throws IOException {
        return analytics.coOccurring(period.selection(path.hashtags(), clock), limit.or(USUAL));
    }

    @GET
    @Path("{hashtag}/languages")
    @Operation(operationId = "languages", summary = "The languages of the posts")
    public List<LanguageTotals> languages(
            @BeanParam HashtagPath path,
            @BeanParam PeriodParameters period,
            @BeanParam RowLimit limit,
            @BeanParam RowEncoding encoding)
            throws IOException {
        return analytics.languages(period.selection(path.hashtags(), clock), limit.or(USUAL));
    }

    @GET
    @Path("{hashtag}/sentiment")
    @Operation(operationId = "sentiment", summary = "The sentiment of the posts")
    public SentimentShares sentiment(
            @BeanParam HashtagPath path, @BeanParam PeriodParameters period, @BeanParam RowEncoding encoding)
            throws IOException {
        return SentimentShares.of(analytics.totals(period.selection(path.hashtags(), clock)));
    }
}
