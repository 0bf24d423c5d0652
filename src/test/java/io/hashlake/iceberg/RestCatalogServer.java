package io.hashlake.iceberg;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.rest.RESTCatalogAdapter;
import org.apache.iceberg.rest.RESTRequest;
import org.apache.iceberg.rest.RESTResponse;
import org.apache.iceberg.rest.RESTSerializers;
import org.apache.iceberg.rest.requests.CreateNamespaceRequest;
import org.apache.iceberg.rest.requests.CreateTableRequest;
import org.apache.iceberg.rest.requests.UpdateTableRequest;
import org.apache.iceberg.rest.responses.ConfigResponse;
import org.apache.iceberg.rest.responses.CreateNamespaceResponse;
import org.apache.iceberg.rest.responses.ErrorResponse;
import org.apache.iceberg.rest.responses.GetNamespaceResponse;
import org.apache.iceberg.rest.responses.LoadTableResponse;

/** A REST catalog: Iceberg's own adapter of the protocol behind the JDK's server, as far as writers of tables need it. */
final class RestCatalogServer implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper()
            .setVisibility(PropertyAccessor.FIELD, Visibility.ANY)
            .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false)
            .setPropertyNamingStrategy(new PropertyNamingStrategies.KebabCaseStrategy());

    static {
        RESTSerializers.registerAll(JSON);
    }

    private record Route(
            String request, Class<? extends RESTRequest> content, Class<? extends RESTResponse> response) {}

    private static final List<Route> ROUTES = List.of(
            new Route("GET v1/config", null, ConfigResponse.class),
            new Route("POST v1/namespaces", CreateNamespaceRequest.class, CreateNamespaceResponse.class),
            new Route("GET v1/namespaces/[^/]+", null, GetNamespaceResponse.class),
            new Route("POST v1/namespaces/[^/]+/tables", CreateTableRequest.class, LoadTableResponse.class),
            new Route("GET v1/namespaces/[^/]+/tables/[^/]+", null, LoadTableResponse.class),
            new Route("POST v1/namespaces/[^/]+/tables/[^/]+", UpdateTableRequest.class, LoadTableResponse.class));

    /** What the adapter has refused. */
    private static final class RefusedException extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient ErrorResponse error;

        RefusedException(ErrorResponse error) {
            this.error = error;
        }
    }

    /** Values of the header {@code Authorization} that came. */
    final List<String> authorizations = new CopyOnWriteArrayList<>();

    private final RESTCatalogAdapter adapter;
    private final HttpServer server;

    RestCatalogServer(Catalog catalog) throws IOException {
        adapter = new RESTCatalogAdapter(catalog);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void handle(HttpExchange exchange) throws IOException {
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        authorizations.add(authorization == null ? "" : authorization);
        try {
            send(exchange, 200, answer(exchange));
        } catch (RefusedException e) {
            send(exchange, e.error.code(), e.error);
        }
    }

    private RESTResponse answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring(1);
        String method = exchange.getRequestMethod();
        if (method.equals("HEAD")) {
            adapter.head(path, Map.of(), RestCatalogServer::refuse);
            return null;
        }
        Route route = ROUTES.stream()
                .filter(each -> (method + " " + path).matches(each.request()))
                .findFirst()
                .orElse(null);
        if (route == null) {
            return null;
        }
        return route.content() == null
                ? adapter.get(path, Map.of(), route.response(), Map.of(), RestCatalogServer::refuse)
                : adapter.post(path, content(exchange, route), route.response(), Map.of(), RestCatalogServer::refuse);
    }

    private static RESTRequest content(HttpExchange exchange, Route route) throws IOException {
        return JSON.readValue(exchange.getRequestBody(), route.content());
    }

    private static void refuse(ErrorResponse error) {
        throw new RefusedException(error);
    }

    private static void send(HttpExchange exchange, int status, Object body) throws IOException {
        try (exchange) {
            byte[] content = body == null ? new byte[0] : JSON.writeValueAsBytes(body);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(
                    content.length == 0 && status == 200 ? 204 : status, content.length == 0 ? -1 : content.length);
            exchange.getResponseBody().write(content);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
