package io.hashlake.live;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.hashlake.tweet.Hashtag;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Collectors;

/**
 * The page with made-up numbers, for work on it: start {@link #main}, edit the files below {@code src/main/resources}, reload.
 * A file {@code target/outage} makes the warehouse fail.
 */
final class DashboardPreview {

    private static final Path PAGE = Path.of("src/main/resources/META-INF/resources");
    private static final String ECHARTS = "META-INF/resources/_static/echarts/6.0.0/";
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml");

    private final FakeAnalytics analytics = new FakeAnalytics(Clock.systemUTC());
    private final Feed feed = new Feed(
            new Snapshots(
                    analytics,
                    () -> new Spend(12_345, 411, 50_000L),
                    List.of(Hashtag.of("climate"), Hashtag.of("covid19"), Hashtag.of("saúde")),
                    ZoneId.of("America/Sao_Paulo"),
                    Clock.systemUTC()),
            Clock.systemUTC());

    public static void main(String[] arguments) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 8099), 0);
        DashboardPreview preview = new DashboardPreview();
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", preview::file);
        server.createContext("/api/v1/live", preview::follow);
        server.start();
        System.out.println("http://127.0.0.1:8099/");
    }

    private void file(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        byte[] body = read(path.equals("/") ? "/index.html" : path);
        exchange.getResponseHeaders()
                .set(
                        "Content-Type",
                        TYPES.getOrDefault(path.equals("/") ? "html" : path.replaceAll(".*\\.", ""), "text/plain"));
        exchange.getResponseHeaders()
                .set(
                        "Content-Security-Policy",
                        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
        exchange.sendResponseHeaders(body.length == 0 ? 404 : 200, body.length == 0 ? -1 : body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private static byte[] read(String path) throws IOException {
        if (path.startsWith("/_static/echarts/")) {
            try (InputStream in = DashboardPreview.class
                    .getClassLoader()
                    .getResourceAsStream(ECHARTS + path.substring("/_static/echarts/".length()))) {
                return in == null ? new byte[0] : in.readAllBytes();
            }
        }
        Path file = PAGE.resolve(path.substring(1)).normalize();
        return file.startsWith(PAGE) && Files.isRegularFile(file) ? Files.readAllBytes(file) : new byte[0];
    }

    private void follow(HttpExchange exchange) throws IOException {
        BlockingQueue<FeedEvent> events = new LinkedBlockingQueue<>();
        var following = feed.follow(view(exchange.getRequestURI().getRawQuery()))
                .subscribe()
                .with(events::add);
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            while (true) {
                analytics.isDown = Files.exists(Path.of("target/outage"));
                FeedEvent event = events.take();
                String text =
                        event.name() == null ? ":\n\n" : "event: " + event.name() + "\ndata: " + event.data() + "\n\n";
                out.write(text.getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
        } catch (IOException | InterruptedException e) {
            following.cancel();
        }
    }

    private static View view(String query) {
        Map<String, String> parameters = Arrays.stream(query.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
        return View.of(parameters.getOrDefault("hashtags", ""), parameters.getOrDefault("period", "1h"));
    }
}
