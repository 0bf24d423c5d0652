package io.hashlake.api;

import io.hashlake.api.request.Endpoint;
import io.hashlake.api.request.Period;
import io.hashlake.api.request.PeriodParameters;
import io.hashlake.api.request.RequestClock;
import io.hashlake.api.request.RowLimit;
import io.hashlake.api.request.UserParameters;
import io.hashlake.api.response.Links;
import io.hashlake.api.response.RowEncoding;
import io.hashlake.api.value.ItemHash;
import io.hashlake.api.value.PageCursor;
import io.hashlake.dynamodb.StoredItem;
import io.hashlake.dynamodb.UserItemsQuery;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Serves the items that the sink {@code dynamodb} has written. */
@Path("/api/v1/items")
@Endpoint
@Tag(name = "posts")
public class ItemsResource {

    private static final int USUAL = 100;

    private final PostItems items;
    private final RequestClock clock;

    public ItemsResource(PostItems items, RequestClock clock) {
        this.items = items;
        this.clock = clock;
    }

    @GET
    @Operation(
            operationId = "userItems",
            summary = "Items of a user's posts in DynamoDB, the newest first",
            description = "Where no table is configured, the status is 404.")
    @APIResponse(
            responseCode = "200",
            headers = @Header(name = "Link", description = Links.MEANING, schema = @Schema(type = SchemaType.STRING)))
    public RestResponse<List<StoredItem>> ofUser(
            @BeanParam UserParameters user,
            @BeanParam PeriodParameters period,
            @BeanParam RowLimit limit,
            @BeanParam RowEncoding encoding,
            @Context UriInfo uri) {
        Period asked = period.period(clock);
        Optional<UserItemsQuery.Before> before =
                Optional.ofNullable(user.cursor()).map(cursor -> new UserItemsQuery.Before(cursor.time(), cursor.id()));
        UserItemsQuery query = new UserItemsQuery(user.user().value(), asked.from(), asked.to(), before);
        List<StoredItem> page = items.ofUser(query, limit.or(USUAL));
        return page.size() < limit.or(USUAL)
                ? RestResponse.ok(page)
                : new Links(uri, asked.from(), asked.to())
                        .withNext(page, last -> PageCursor.of(last.createdAt(), last.postId()));
    }

    @GET
    @Path("{hash}")
    @Operation(operationId = "item", summary = "One item of DynamoDB by its key")
    public StoredItem item(
            @PathParam("hash")
                    @Parameter(
                            description = "The item's key, a SHA-256 in hexadecimal",
                            example = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                            schema = @Schema(type = SchemaType.STRING, pattern = "[0-9a-f]{64}"))
                    ItemHash hash,
            @BeanParam RowEncoding encoding) {
        return items.item(hash.text());
    }
}
