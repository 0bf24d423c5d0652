package io.hashlake.api.request;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.List;
import java.util.Map;

/** Values that a request has, decoded, by the names of its parameters and headers. */
public record GivenValues(
        Map<String, List<String>> query, Map<String, List<String>> path, Map<String, List<String>> headers) {

    static GivenValues of(ContainerRequestContext request) {
        return new GivenValues(
                request.getUriInfo().getQueryParameters(),
                request.getUriInfo().getPathParameters(),
                request.getHeaders());
    }
}
