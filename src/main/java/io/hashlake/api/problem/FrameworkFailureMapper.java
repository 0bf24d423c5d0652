package io.hashlake.api.problem;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.regex.Pattern;

/** What the framework refuses, which it would answer itself without a mapper of its own. */
@Provider
public class FrameworkFailureMapper implements ExceptionMapper<WebApplicationException> {

    private static final Pattern POSTED_TO = Pattern.compile("/?api/v1/(sql|jobs/[^/]+/runs)");

    @Context
    UriInfo uri;

    @Override
    public Response toResponse(WebApplicationException failure) {
        Response response = Failures.response(failure);
        return response.getStatus() == ProblemType.METHOD_NOT_ALLOWED.status()
                ? Response.fromResponse(response)
                        .header(HttpHeaders.ALLOW, allowed(uri.getPath()))
                        .build()
                : response;
    }

    private static String allowed(String path) {
        return POSTED_TO.matcher(path).matches() ? "POST, OPTIONS" : "GET, HEAD, OPTIONS";
    }
}
