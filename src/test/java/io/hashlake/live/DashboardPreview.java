package io.hashlake.live;

import com.sun.net.httpserver.HttpExchange;
import io.hashlake.tweet.Hashtag;
import java.io.IOException;
import java.io.OutputStream;
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
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Collectors;

/**
 * The page with made-up numbers, for work on it: start {@link #main}, edit the files below {@code src/main/resources}, reload.
 * A file {@code target/outage} makes the warehouse fail.
 */
final class DashboardPreview {

    private final FakeAnalytics analytics = new FakeAnalytics(Clock.systemUTC());
    private final Feed feed = new Feed(
            new Snapshots(
                    analytics,
                    new MadeUpObligations(),
                    () -> List.of(Hashtag.of("climate"), Hashtag.of("covid19"), Hashtag.of("saúde")),
                    ZoneId.of("America/Sao_Paulo"),
                    Clock.systemUTC()),
            Clock.systemUTC());

    @SuppressWarnings("resource")
    public static void main(String[] arguments) throws IOException {
        System.out.println(new PageServer(8099, new DashboardPreview()::follow).address());
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
                out.write(EventStream.bytes(events.take()));
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
