package io.hashlake.api.response;

import io.hashlake.api.problem.Problem;
import io.hashlake.api.problem.ProblemType;
import io.hashlake.api.request.Endpoint;
import io.hashlake.api.request.ParameterFilter;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;

/** Writes the records that resources return in the format that is wanted, and adds a tag for caches. */
@Provider
@Endpoint
public final class RowsFilter implements ContainerResponseFilter {

    private static final Problem OTHER_TAG =
            ProblemType.PRECONDITION_FAILED.because("what is here has another ETag than those of the header If-Match");

    @Context
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        Object entity = response.getEntity();
        if (entity instanceof Record || entity instanceof List) {
            Encoding encoding = encoding(request);
            byte[] body = Writing.bytes(entity, rowType(resource.getResourceMethod()), encoding);
            send(body, encoding.format(), request, response);
        }
    }

    private static void send(
            byte[] body, Format format, ContainerRequestContext request, ContainerResponseContext response) {
        BodyTag tag = BodyTag.of(body);
        MultivaluedMap<String, Object> headers = response.getHeaders();
        headers.putSingle(HttpHeaders.ETAG, tag.header());
        headers.putSingle(HttpHeaders.CACHE_CONTROL, "no-cache");
        headers.putSingle(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        Status status = tag.unmet(request).orElse(Status.OK);
        response.setStatusInfo(status);
        switch (status) {
            case OK -> write(body, format.mediaType(), response);
            case NOT_MODIFIED -> response.setEntity(null);
            default -> write(OTHER_TAG.json(), Problem.MEDIA_TYPE, response);
        }
    }

    private static void write(byte[] body, String mediaType, ContainerResponseContext response) {
        response.setEntity(body);
        response.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, mediaType);
    }

    private static Encoding encoding(ContainerRequestContext request) {
        return ParameterFilter.bound(request).stream()
                .filter(EncodingParameters.class::isInstance)
                .map(parameters -> ((EncodingParameters) parameters).encoding())
                .findFirst()
                .orElseThrow();
    }

    /** The record that a method returns, by itself or in a list. */
    public static Class<?> rowType(Method method) {
        Type type = method.getGenericReturnType();
        while (type instanceof ParameterizedType container) {
            type = container.getActualTypeArguments()[0];
        }
        return (Class<?>) type;
    }
}
