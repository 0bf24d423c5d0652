package io.hashlake.live;

import io.smallrye.mutiny.Multi;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.Map;
import java.util.function.Supplier;

/** The feed over HTTP, as server-sent events. */
@Path("/api/v1/live")
public class LiveResource {

    private static final int SERVICE_UNAVAILABLE = 503;
    private static final int BAD_REQUEST = 400;

    private final Feed feed;

    @Inject
    public LiveResource(Feed feed) {
        this.feed = feed;
    }

    /** Events {@code snapshot} and {@code problem} about posts with any of these hashtags. */
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Multi<OutboundSseEvent> follow(
            @QueryParam("hashtags") @DefaultValue("") String hashtags,
            @QueryParam("period") @DefaultValue("1h") String period,
            @Context Sse sse) {
        View view = or(BAD_REQUEST, () -> View.of(hashtags, period));
        return or(SERVICE_UNAVAILABLE, () -> feed.follow(view)).map(event -> written(event, sse));
    }

    private static OutboundSseEvent written(FeedEvent event, Sse sse) {
        OutboundSseEvent.Builder builder = sse.newEventBuilder();
        return event.name() == null
                ? builder.comment(event.data()).build()
                : builder.name(event.name()).data(event.data()).build();
    }

    private static <T> T or(int status, Supplier<T> step) {
        try {
            return step.get();
        } catch (IllegalArgumentException | FeedFullException e) {
            throw new WebApplicationException(Response.status(status)
                    .type("application/problem+json")
                    .entity(SnapshotJson.of(Map.of("status", status, "detail", e.getMessage())))
                    .build());
        }
    }
}
