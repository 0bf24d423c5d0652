/** Parts of the API's description beyond the annotations of resources, parameters and records. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Hashlake API",
                        version = "v1",
                        description =
                                "What is said with hashtags: how much, by whom, with which sentiment, hour by hour. Every list"
                                        + " is an array of JSON, lines of JSON (NDJSON) or CSV, by the header `Accept` or the parameter"
                                        + " `format`. Ids are texts. Every number counts the newest version of a post once. Errors are"
                                        + " problem details (RFC 9457).",
                        license = @License(name = "Apache-2.0", identifier = "Apache-2.0")),
        servers = @Server(url = "/"),
        tags = {
            @Tag(name = "numbers", description = "What posts amount to"),
            @Tag(name = "posts", description = "The posts themselves"),
            @Tag(name = "operations", description = "Whether what is stored is all there is"),
            @Tag(name = "sql", description = "Questions of your own")
        },
        components =
                @Components(
                        responses =
                                @APIResponse(
                                        name = "Problem",
                                        description = "What went wrong",
                                        content =
                                                @Content(
                                                        mediaType = Problem.MEDIA_TYPE,
                                                        schema = @Schema(implementation = Problem.class)))))
package io.hashlake.api.openapi;

import io.hashlake.api.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.servers.Server;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
