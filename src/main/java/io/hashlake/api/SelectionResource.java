package io.hashlake.api;

import io.hashlake.api.request.Endpoint;
import io.hashlake.api.request.HashtagParameters;
import io.hashlake.api.request.PeriodParameters;
import io.hashlake.api.request.RequestClock;
import io.hashlake.api.request.RowLimit;
import io.hashlake.api.request.SeriesParameters;
import io.hashlake.api.response.RowEncoding;
import io.hashlake.warehouse.analytics.Analytics;
import io.hashlake.warehouse.analytics.AuthorTotals;
import io.hashlake.warehouse.analytics.CoOccurrence;
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

/** Serves what the posts of several hashtags, or all posts, have in common. */
@Path("/api/v1")
@Endpoint
@Tag(name = "numbers")
public class SelectionResource {

    private static final int USUAL = 50;

    private final Analytics analytics;
    private final RequestClock clock;

    public SelectionResource(Analytics analytics, RequestClock clock) {
        this.analytics = analytics;
        this.clock = clock;
    }

    @GET
    @Path("series")
    @Operation(
            operationId = "selectedSeries",
            summary = "Posts step by step, a series a hashtag or one of all posts; steps without posts are left out")
    public List<SeriesPoint> series(
            @BeanParam HashtagParameters hashtags,
            @BeanParam PeriodParameters period,
            @BeanParam SeriesParameters steps,
            @BeanParam RowEncoding encoding)
            throws IOException {
        Selection selection = period.selection(hashtags.hashtags(), clock);
        return analytics.series(selection, steps.within(selection), period.zone(clock));
    }

    @GET
    @Path("top-posts")
    @Operation(
            operationId = "selectedTopPosts",
            summary = "The posts of several hashtags, or of all, with the most engagement")
    public List<PostView> topPosts(
            @BeanParam HashtagParameters hashtags,
            @BeanParam PeriodParameters period,
            @BeanParam RowLimit limit,
            @BeanParam RowEncoding encoding)
            throws IOException {
        return analytics.topPosts(period.selection(hashtags.hashtags(), clock), limit.or(USUAL));
    }

    @GET
    @Path("authors")
    @Operation(
            operationId = "selectedAuthors",
            summary = "The accounts with the most posts with several hashtags, or with the most of all")
    public List<AuthorTotals> authors(
            @BeanParam HashtagParameters hashtags,
            @BeanParam PeriodParameters period,
            @BeanParam RowLimit limit,
            @BeanParam RowEncoding encoding)
            throws IOException {
        return analytics.authors(period.selection(hashtags.hashtags(), clock), limit.or(USUAL));
    }

    @GET
    @Path("co-occurring")
    @Operation(operationId = "selectedCoOccurring", summary = "Other hashtags of posts with any of several hashtags")
    public List<CoOccurrence> coOccurring(
            @BeanParam HashtagParameters hashtags,
            @BeanParam PeriodParameters period,
            @BeanParam RowLimit limit,
            @BeanParam RowEncoding encoding)
            throws IOException {
        return analytics.coOccurring(period.selection(hashtags.hashtags(), clock), limit.or(USUAL));
    }

    @GET
    @Path("languages")
    @Operation(
            operationId = "selectedLanguages",
            summary = "The languages of the posts with several hashtags, or of all")
    public List<LanguageTotals> languages(
            @BeanParam HashtagParameters hashtags,
            @BeanParam PeriodParameters period,
            @BeanParam RowLimit limit,
            @BeanParam RowEncoding encoding)
            throws IOException {
        return analytics.languages(period.selection(hashtags.hashtags(), clock), limit.or(USUAL));
    }

    @GET
    @Path("sentiment")
    @Operation(
            operationId = "selectedSentiment",
            summary = "The sentiment of the posts with several hashtags, or of all")
    public SentimentShares sentiment(
            @BeanParam HashtagParameters hashtags, @BeanParam PeriodParameters period, @BeanParam RowEncoding encoding)
            throws IOException {
        return SentimentShares.of(analytics.totals(period.selection(hashtags.hashtags(), clock)));
    }
}
