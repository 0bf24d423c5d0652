package io.hashlake.api;

import io.hashlake.api.request.Endpoint;
import io.hashlake.api.request.HashtagParameters;
import io.hashlake.api.request.PeriodParameters;
import io.hashlake.api.request.PhraseParameter;
import io.hashlake.api.request.PostParameters;
import io.hashlake.api.request.RequestClock;
import io.hashlake.api.request.RowLimit;
import io.hashlake.api.response.Links;
import io.hashlake.api.response.RowEncoding;
import io.hashlake.api.value.PageCursor;
import io.hashlake.warehouse.analytics.PostFilter;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Search for posts by their texts, in the index where there is one and in the warehouse otherwise. */
@Path("/api/v1/posts/search")
@Endpoint
@Tag(name = "posts")
public class SearchResource {

    private static final String SEARCHED = "Hashlake-Searched";
    private static final int USUAL = 50;

    private final PostSearch search;
    private final RequestClock clock;

    public SearchResource(PostSearch search, RequestClock clock) {
        this.search = search;
        this.clock = clock;
    }

    @GET
    @Operation(
            operationId = "searchPosts",
            summary = "Posts by what their texts say, the newest first",
            description =
                    "Searched is the full-text index where one is configured, and the warehouse otherwise: the header"
                            + " `Hashlake-Searched` and the field `foundBy` say which. The index finds words in all forms of a"
                            + " text's language, the warehouse as they stand.")
    @APIResponse(
            responseCode = "200",
            headers = {
                @Header(name = "Link", description = Links.MEANING, schema = @Schema(type = SchemaType.STRING)),
                @Header(
                        name = SEARCHED,
                        description = "What was searched, `index` or `warehouse`",
                        schema = @Schema(type = SchemaType.STRING))
            })
    public RestResponse<List<FoundPost>> search(
            @BeanParam HashtagParameters hashtags,
            @BeanParam PostParameters posts,
            @BeanParam PhraseParameter phrase,
            @BeanParam PeriodParameters period,
            @BeanParam RowLimit limit,
            @BeanParam RowEncoding encoding,
            @Context UriInfo uri)
            throws IOException {
        PostFilter filter = phrase.in(posts.filter(period.selection(hashtags.hashtags(), clock)));
        List<FoundPost> page = search.search(filter, limit.or(USUAL));
        Links links = new Links(uri, filter.from(), filter.to());
        RestResponse<List<FoundPost>> found = page.size() < limit.or(USUAL)
                ? RestResponse.ok(page)
                : links.withNext(page, last -> PageCursor.of(last.createdAt(), last.id()));
        return RestResponse.ResponseBuilder.fromResponse(found)
                .header(SEARCHED, search.name())
                .build();
    }
}
