package io.hashlake.api;

import io.hashlake.api.problem.ProblemType;
import io.hashlake.api.request.Endpoint;
import io.hashlake.api.request.ExportLimit;
import io.hashlake.api.request.HashtagParameters;
import io.hashlake.api.request.PeriodParameters;
import io.hashlake.api.request.PostParameters;
import io.hashlake.api.request.RequestClock;
import io.hashlake.api.request.RowLimit;
import io.hashlake.api.response.ExportEncoding;
import io.hashlake.api.response.Links;
import io.hashlake.api.response.ResponseDeadline;
import io.hashlake.api.response.RowEncoding;
import io.hashlake.api.value.PageCursor;
import io.hashlake.api.value.PostId;
import io.hashlake.warehouse.analytics.Analytics;
import io.hashlake.warehouse.analytics.PostFilter;
import io.hashlake.warehouse.analytics.PostView;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The posts themselves. */
@Path("/api/v1/posts")
@Endpoint
@Tag(name = "posts")
public class PostsResource {

    private static final int USUAL = 100;

    private final Analytics analytics;
    private final PostExport export;
    private final RequestClock clock;

    public PostsResource(Analytics analytics, PostExport export, RequestClock clock) {
        this.analytics = analytics;
        this.export = export;
        this.clock = clock;
    }

    @GET
    @Operation(operationId = "posts", summary = "Posts, the newest first")
    @APIResponse(
            responseCode = "200",
            headers = @Header(name = "Link", description = Links.MEANING, schema = @Schema(type = SchemaType.STRING)))
    public RestResponse<List<PostView>> posts(
            @BeanParam HashtagParameters hashtags,
            @BeanParam PostParameters posts,
            @BeanParam PeriodParameters period,
            @BeanParam RowLimit limit,
            @BeanParam RowEncoding encoding,
            @Context UriInfo uri)
            throws IOException {
        PostFilter filter = posts.filter(period.selection(hashtags.hashtags(), clock));
        List<PostView> page = analytics.posts(filter, limit.or(USUAL));
        Links links = new Links(uri, filter.from(), filter.to());
        return page.size() < limit.or(USUAL)
                ? RestResponse.ok(page)
                : links.withNext(page, last -> PageCursor.of(last.createdAt(), last.id()));
    }

    @GET
    @Path("export")
    @Operation(
            operationId = "exportPosts",
            summary = "Many posts in one response",
            description = "Read from the warehouse while it is sent. A response that breaks off is not complete.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = MediaType.WILDCARD, schema = @Schema(implementation = PostView.class)))
    public Response export(
            @BeanParam HashtagParameters hashtags,
            @BeanParam PostParameters posts,
            @BeanParam PeriodParameters period,
            @BeanParam ExportLimit limit,
            @BeanParam ExportEncoding encoding,
            @Context HttpServerRequest request) {
        PostFilter filter = posts.filter(period.selection(hashtags.hashtags(), clock));
        return export.response(
                filter, limit.limit().value(), encoding.encoding(), () -> ResponseDeadline.cutOff(request));
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "post", summary = "One post and how it was edited")
    public PostHistory post(
            @PathParam("id")
                    @Parameter(
                            description = "A post's id, or that of an older version of it",
                            example = "1990000000000000000",
                            schema = @Schema(type = SchemaType.STRING, pattern = "[1-9][0-9]*"))
                    PostId id,
            @BeanParam RowEncoding encoding)
            throws IOException {
        List<PostView> versions = analytics.versions(id.value());
        if (versions.isEmpty()) {
            throw ProblemType.NOT_FOUND
                    .because("no post with the id " + id.value() + " is known")
                    .thrown();
        }
        return PostHistory.of(versions);
    }
}
