package io.hashlake.api.request;

import jakarta.inject.Provider;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Checks parameters before the framework binds them. By itself it would stop at the first that cannot be read, and take those
 * that no method declares without a word.
 */
@jakarta.ws.rs.ext.Provider
@Endpoint
public final class ParameterFilter implements ContainerRequestFilter {

    private static final String BOUND = ParameterFilter.class.getName();

    private final Provider<RequestClock> clock;
    private final Map<Method, MethodParameters> declared = new ConcurrentHashMap<>();

    @Context
    ResourceInfo resource;

    /** @param clock which is configured only after the framework has created its filters */
    public ParameterFilter(Provider<RequestClock> clock) {
        this.clock = clock;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        InvalidParameters invalid = new InvalidParameters();
        Object[] bound = declared.computeIfAbsent(resource.getResourceMethod(), MethodParameters::new)
                .bind(GivenValues.of(request), clock.get(), invalid);
        invalid.refuse();
        request.setProperty(BOUND, Arrays.asList(bound));
    }

    /** Arguments of the request's resource method; null where it has none that are read from parameters. */
    public static List<?> bound(ContainerRequestContext request) {
        return (List<?>) request.getProperty(BOUND);
    }
}
