package io.hashlake.api;

import io.hashlake.api.request.CursorParameter;
import io.hashlake.api.request.Endpoint;
import io.hashlake.api.request.Period;
import io.hashlake.api.request.PeriodParameters;
import io.hashlake.api.request.RequestClock;
import io.hashlake.api.request.RowLimit;
import io.hashlake.api.response.Links;
import io.hashlake.api.response.RowEncoding;
import io.hashlake.api.value.PageCursor;
import io.hashlake.warehouse.analytics.Analytics;
import io.hashlake.warehouse.analytics.UserTotals;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Serves accounts by the number of their posts. */
@Path("/api/v1/users")
@Endpoint
@Tag(name = "posts")
public class UsersResource {

    private static final int USUAL = 100;

    private final Analytics analytics;
    private final RequestClock clock;

    public UsersResource(Analytics analytics, RequestClock clock) {
        this.analytics = analytics;
        this.clock = clock;
    }

    @GET
    @Operation(operationId = "users", summary = "Accounts with the count of their posts, those with the most first")
    @APIResponse(
            responseCode = "200",
            headers = @Header(name = "Link", description = Links.MEANING, schema = @Schema(type = SchemaType.STRING)))
    public RestResponse<List<UserTotals>> users(
            @BeanParam PeriodParameters period,
            @BeanParam RowLimit limit,
            @BeanParam CursorParameter cursor,
            @BeanParam RowEncoding encoding,
            @Context UriInfo uri)
            throws IOException {
        Period asked = period.period(clock);
        Optional<UserTotals> after = cursor.position().map(UsersResource::last);
        List<UserTotals> page = analytics.users(asked.from(), asked.to(), after, limit.or(USUAL));
        Links links = new Links(uri, asked.from(), asked.to());
        return page.size() < limit.or(USUAL)
                ? RestResponse.ok(page)
                : links.withNext(page, last -> new PageCursor(last.posts(), last.userId()));
    }

    /** As much of an account as says where it stands in the list. */
    private static UserTotals last(PageCursor cursor) {
        return new UserTotals(cursor.id(), null, null, null, null, cursor.sortKey(), null, null);
    }
}
