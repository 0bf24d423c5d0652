package io.hashlake.live;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Serves the dashboard's files as they are in the sources, with a feed of a test's own. */
final class PageServer implements AutoCloseable {

    private static final Path PAGE = Path.of("src/main/resources/META-INF/resources");
    private static final String ECHARTS = "META-INF/resources/_static/echarts/";
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    /** @param port 0 for any that is free */
    PageServer(int port, HttpHandler feed) throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        server.setExecutor(threads);
        server.createContext("/", PageServer::file);
        server.createContext("/api/v1/live", feed);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static void file(HttpExchange exchange) throws IOException {
        String asked = exchange.getRequestURI().getPath();
        String path = asked.equals("/") ? "/index.html" : asked;
        byte[] body = read(path);
        exchange.getResponseHeaders()
                .set("Content-Type", TYPES.getOrDefault(path.replaceAll(".*\\.", ""), "text/plain"));
        exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
        exchange.sendResponseHeaders(body.length == 0 ? 404 : 200, body.length == 0 ? -1 : body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private static byte[] read(String path) throws IOException {
        if (path.startsWith("/_static/echarts/")) {
            String resource = ECHARTS + path.substring("/_static/echarts/".length());
            try (InputStream in = PageServer.class.getClassLoader().getResourceAsStream(resource)) {
                return in == null ? new byte[0] : in.readAllBytes();
            }
        }
        Path file = PAGE.resolve(path.substring(1)).normalize();
        return file.startsWith(PAGE) && Files.isRegularFile(file) ? Files.readAllBytes(file) : new byte[0];
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
