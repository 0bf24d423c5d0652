package io.hashlake.api;

import io.hashlake.api.access.ApiToken;
import io.hashlake.api.problem.ProblemType;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Jobs on demand, for those who have the token. */
@Path("/api/v1/jobs")
@Tag(name = "operations")
@SecurityScheme(securitySchemeName = "token", type = SecuritySchemeType.HTTP, scheme = "bearer")
public class JobsResource {

    private final Jobs jobs;
    private final ApiToken token;

    public JobsResource(Jobs jobs, ApiToken token) {
        this.jobs = jobs;
        this.token = token;
    }

    @POST
    @Path("{name}/runs")
    @Operation(
            operationId = "runJob",
            summary = "Run a job now and wait for its end",
            description = "Open to those who send the token of `hashlake.api.token`; shut where none is configured.")
    @APIResponse(responseCode = "200", description = "It ran")
    @SecurityRequirement(name = "token")
    @Produces(MediaType.APPLICATION_JSON)
    public RestResponse<Jobs.Outcome.Done> run(
            @PathParam("name") @Parameter(description = "The job", example = "star-schema") String name,
            @Context HttpHeaders headers)
            throws IOException {
        token.require(headers.getHeaderString(HttpHeaders.AUTHORIZATION));
        return RestResponse.ResponseBuilder.ok(done(jobs.run(name)))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static Jobs.Outcome.Done done(Jobs.Outcome outcome) {
        if (outcome instanceof Jobs.Outcome.Done done) {
            return done;
        }
        throw (outcome instanceof Jobs.Outcome.Running
                        ? ProblemType.CONFLICT.because("the job is running already")
                        : ProblemType.NOT_FOUND.because("this process has no such job"))
                .thrown();
    }
}
