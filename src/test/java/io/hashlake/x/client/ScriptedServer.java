package io.hashlake.x.client;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** A web server that gives the answers it was told, one after the other, and remembers what it was asked. */
public final class ScriptedServer implements AutoCloseable {

    private final HttpServer server;
    private final Queue<Script> scripts = new ConcurrentLinkedQueue<>();
    private final List<URI> asked = new CopyOnWriteArrayList<>();
    private final List<Headers> headers = new CopyOnWriteArrayList<>();

    private record Script(int status, byte[] body, Map<String, String> headers) {}

    public ScriptedServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    public URI uri() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    public ScriptedServer then(int status, String body, String... headerPairs) {
        return then(status, body.getBytes(StandardCharsets.UTF_8), headerPairs);
    }

    public ScriptedServer then(int status, byte[] body, String... headerPairs) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < headerPairs.length; i += 2) {
            given.put(headerPairs[i], headerPairs[i + 1]);
        }
        scripts.add(new Script(status, body, given));
        return this;
    }

    public List<URI> asked() {
        return asked;
    }

    public Headers headers(int request) {
        return headers.get(request);
    }

    public Map<String, String> parameters(int request) {
        return Arrays.stream(asked.get(request).getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestURI());
        headers.add(exchange.getRequestHeaders());
        Script script = scripts.remove();
        script.headers.forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(script.status, script.body.length == 0 ? -1 : script.body.length);
        exchange.getResponseBody().write(script.body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
