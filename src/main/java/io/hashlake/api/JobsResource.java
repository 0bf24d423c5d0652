package io.hashlake.api;

import io.hashlake.api.json.Json;
import io.hashlake.api.problem.ProblemType;
import io.hashlake.api.response.Format;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;

/** Jobs on demand. */
@Path("/api/v1/jobs")
public class JobsResource {

    private final Jobs jobs;

    public JobsResource(Jobs jobs) {
        this.jobs = jobs;
    }

    @POST
    @Path("{name}/runs")
    public Response run(@PathParam("name") String name) throws IOException {
        Jobs.Outcome.Done done = done(jobs.run(name));
        return Response.ok(Json.bytes(done))
                .header(HttpHeaders.CONTENT_TYPE, Format.JSON.mediaType())
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
