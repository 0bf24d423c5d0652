package io.hashlake.api;

import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.common.util.MultivaluedTreeMap;

/** An address that is asked for. */
public final class RequestedUri {

    private RequestedUri() {}

    public static UriInfo of(String path, Map<String, List<String>> query) {
        MultivaluedTreeMap<String, String> parameters = new MultivaluedTreeMap<>();
        parameters.putAll(query);
        return (UriInfo) Proxy.newProxyInstance(
                RequestedUri.class.getClassLoader(),
                new Class<?>[] {UriInfo.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getQueryParameters" -> parameters;
                    case "getRequestUri" -> URI.create("http://localhost:8080" + path);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
