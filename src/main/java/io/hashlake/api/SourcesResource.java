package io.hashlake.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.hashlake.api.access.ApiToken;
import io.hashlake.api.json.Json;
import io.hashlake.api.problem.ProblemException;
import io.hashlake.api.problem.ProblemType;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Follows hashtags, and lets them go, for those who have the token. */
@Path("/api/v1")
@Tag(name = "operations")
public class SourcesResource {

    private static final String USUAL_TEMPLATE = "x-search";

    private final SourceRoutes routes;
    private final ApiToken token;

    public SourcesResource(SourceRoutes routes, ApiToken token) {
        this.routes = routes;
        this.token = token;
    }

    /**
     * A hashtag that is followed from now on.
     *
     * @param file that was written, relative to the routes directory
     */
    public record Followed(String hashtag, String file) {}

    /**
     * A hashtag that is to be followed.
     *
     * @param template route template that has a parameter hashtag; x-search where none is given
     */
    @Schema(name = "WantedHashtag")
    public record WantedHashtag(
            @Schema(examples = "rust") String hashtag,

            @Schema(examples = "x-stream", defaultValue = USUAL_TEMPLATE)
            String template) {}

    @POST
    @Path("sources")
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "followHashtag",
            summary = "Follow a hashtag",
            description = "Writes a route file, which takes effect within seconds. Open to those who send the token of"
                    + " `hashlake.api.token`; shut where none is configured.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = WantedHashtag.class)))
    @APIResponse(
            responseCode = "201",
            description = "The file is written",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Followed.class)))
    @SecurityRequirement(name = "token")
    public RestResponse<Followed> add(byte[] body, @Context HttpHeaders headers) throws IOException {
        token.require(headers.getHeaderString(HttpHeaders.AUTHORIZATION));
        JsonNode wanted = json(headers.getHeaderString(HttpHeaders.CONTENT_TYPE), body == null ? new byte[0] : body);
        String hashtag = wanted.get("hashtag").textValue();
        String file = changed(() -> routes.add(hashtag, wanted.path("template").asText(USUAL_TEMPLATE)));
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, new Followed(hashtag, file))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @DELETE
    @Path("sources/{name}")
    @Operation(
            operationId = "unfollow",
            summary = "Follow a hashtag no longer",
            description = "Removes the route file that follows nothing else. Open to those who send the token of"
                    + " `hashlake.api.token`; shut where none is configured.")
    @APIResponse(responseCode = "204", description = "The file is removed")
    @SecurityRequirement(name = "token")
    public RestResponse<Void> remove(
            @PathParam("name") @Parameter(description = "The source", example = "rust") String name,
            @Context HttpHeaders headers)
            throws IOException {
        token.require(headers.getHeaderString(HttpHeaders.AUTHORIZATION));
        changed(() -> {
            routes.remove(name);
            return name;
        });
        return RestResponse.ResponseBuilder.<Void>noContent()
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** A form is not taken: a browser sends it to any address for any page, and asks nobody. */
    private static JsonNode json(String contentType, byte[] body) {
        if (!String.valueOf(contentType).toLowerCase(Locale.ROOT).startsWith("application/json")) {
            throw ProblemType.UNSUPPORTED_MEDIA_TYPE
                    .because("send {\"hashtag\": \"…\"} with the header Content-Type: application/json")
                    .thrown();
        }
        try {
            JsonNode json = Json.read(body);
            boolean hasTemplate = json.has("template");
            if (json.path("hashtag").isTextual()
                    && json.size() == (hasTemplate ? 2 : 1)
                    && (!hasTemplate || json.get("template").isTextual())) {
                return json;
            }
        } catch (IOException e) {
            // told below
        }
        throw ProblemType.INVALID_REQUEST
                .because("the body is neither {\"hashtag\": \"…\"} nor {\"hashtag\": \"…\", \"template\": \"…\"}")
                .thrown();
    }

    private interface Change {
        String make() throws IOException;
    }

    private static String changed(Change change) throws IOException {
        try {
            return change.make();
        } catch (IllegalArgumentException e) {
            throw ProblemType.INVALID_REQUEST.because(e.getMessage()).thrown();
        } catch (FileSystemException e) {
            throw problem(e);
        }
    }

    private static ProblemException problem(FileSystemException e) {
        ProblemType type = e instanceof NoSuchFileException
                ? ProblemType.NOT_FOUND
                : e instanceof AccessDeniedException ? ProblemType.FORBIDDEN : ProblemType.CONFLICT;
        return type.because(e.getReason()).thrown();
    }
}
