package io.hashlake.live;

import io.hashlake.api.problem.InvalidParameter;
import io.hashlake.api.problem.ProblemType;
import io.smallrye.mutiny.Multi;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The feed over HTTP, as server-sent events. */
@Path("/api/v1/live")
@Tag(name = "numbers")
public class LiveResource {

    private final Feed feed;

    @Inject
    public LiveResource(Feed feed) {
        this.feed = feed;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            operationId = "live",
            summary = "What the dashboard shows, every two seconds, as server-sent events",
            description =
                    "Events `snapshot`, and `problem` while the warehouse cannot be reached. Their data are JSON.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(type = SchemaType.STRING)))
    public Multi<OutboundSseEvent> follow(
            @QueryParam("hashtags")
                    @DefaultValue("")
                    @Parameter(
                            description = "Only posts with any of these hashtags: up to 8, separated by commas",
                            example = "climate,covid19")
                    String hashtags,
            @QueryParam("period")
                    @DefaultValue("1h")
                    @Parameter(
                            description = "How far back it looks",
                            example = "24h",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"1h", "24h", "7d", "30d"}))
                    String period,
            @Context Sse sse) {
        DashboardPeriod shown = valid("period", period, () -> DashboardPeriod.of(period));
        View view = valid("hashtags", hashtags, () -> new View(View.hashtags(hashtags), shown));
        return follow(view).map(event -> written(event, sse));
    }

    private Multi<FeedEvent> follow(View view) {
        try {
            return feed.follow(view);
        } catch (FeedFullException e) {
            throw ProblemType.UNAVAILABLE.because(e.getMessage()).thrown();
        }
    }

    private static OutboundSseEvent written(FeedEvent event, Sse sse) {
        OutboundSseEvent.Builder builder = sse.newEventBuilder();
        return event.name() == null
                ? builder.comment(event.data()).build()
                : builder.name(event.name()).data(event.data()).build();
    }

    private static <T> T valid(String name, String value, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException e) {
            throw ProblemType.INVALID_PARAMETERS
                    .because(e.getMessage(), List.of(new InvalidParameter(name, value, e.getMessage())))
                    .thrown();
        }
    }
}
