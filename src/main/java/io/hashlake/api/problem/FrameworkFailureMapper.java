package io.hashlake.api.problem;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Answers what the framework refuses, which it would do itself without a mapper of its own. */
@Provider
public class FrameworkFailureMapper implements ExceptionMapper<WebApplicationException> {

    private final AllowedMethods methods;

    @Context
    UriInfo uri;

    public FrameworkFailureMapper(AllowedMethods methods) {
        this.methods = methods;
    }

    @Override
    public Response toResponse(WebApplicationException failure) {
        Response response = Failures.response(failure);
        return response.getStatus() == ProblemType.METHOD_NOT_ALLOWED.status()
                ? Response.fromResponse(response)
                        .header(HttpHeaders.ALLOW, methods.of(uri.getPath()))
                        .build()
                : response;
    }
}
