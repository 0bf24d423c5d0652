package io.hashlake.api;

import io.hashlake.api.request.PageCursor;
import io.hashlake.api.request.Parameters;
import io.hashlake.api.request.Period;
import io.hashlake.api.response.Answer;
import io.hashlake.api.response.Responder;
import io.hashlake.warehouse.analytics.Analytics;
import io.hashlake.warehouse.analytics.Limits;
import io.hashlake.warehouse.analytics.UserTotals;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Serves accounts by the number of their posts. */
@Path("/api/v1/users")
public class UsersResource {

    private static final int USUAL = 100;
    private static final int MOST = Limits.MAX_ROWS;

    private final Analytics analytics;
    private final Responder responder;

    public UsersResource(Analytics analytics, Responder responder) {
        this.analytics = analytics;
        this.responder = responder;
    }

    @GET
    public Response all(@Context UriInfo uri, @Context HttpHeaders headers) throws IOException {
        return responder.answer(uri, headers, this::users);
    }

    Answer users(Parameters parameters) throws IOException {
        Period period = parameters.period();
        int limit = parameters.limit(USUAL, MOST);
        Optional<UserTotals> after =
                parameters.one("cursor", PageCursor.ALLOWED, PageCursor::decode).map(UsersResource::last);
        parameters.done();
        List<UserTotals> page = analytics.users(period.from(), period.to(), after, limit);
        return new Answer.Many<>(UserTotals.class, page, page.size() < limit ? Map.of() : next(period, page));
    }

    private static Map<String, String> next(Period period, List<UserTotals> page) {
        UserTotals last = page.get(page.size() - 1);
        return Map.of(
                "cursor", new PageCursor(last.posts(), last.userId()).encoded(),
                "from", period.from().toString(),
                "to", period.to().toString());
    }

    /** As much of an account as says where it stands in the list. */
    private static UserTotals last(PageCursor cursor) {
        return new UserTotals(cursor.id(), null, null, null, null, cursor.sortKey(), null, null);
    }
}
