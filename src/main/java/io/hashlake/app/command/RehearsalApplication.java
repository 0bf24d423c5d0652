package io.hashlake.app.command;

import io.hashlake.app.settings.HttpPort;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/** The whole pipeline, until posts are stored and the dashboard's requests have been answered once. */
@Typed(RehearsalApplication.class)
public class RehearsalApplication extends HashlakeApplication {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final String POSTS = "/api/v1/posts/search";
    private static final List<String> PAGES = List.of("/", "/q/health", "/q/metrics", "/api/v1/sources");

    private final HttpClient client = HttpClient.newHttpClient();

    @Inject
    Config config;

    @Override
    int work(String... args) {
        startPeriodic();
        try {
            awaitPosts();
            for (String page : PAGES) {
                get(page);
            }
            readFeed();
            return 0;
        } catch (IOException e) {
            System.err.println("The rehearsal failed: " + e.getMessage());
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private void awaitPosts() throws IOException, InterruptedException {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!get(POSTS).contains("\"id\"")) {
            if (System.nanoTime() > end) {
                throw new IOException("no post was stored within " + LIMIT.toSeconds() + " s");
            }
            Thread.sleep(PAUSE.toMillis());
        }
    }

    private String get(String path) throws IOException, InterruptedException {
        return client.send(request(path), BodyHandlers.ofString()).body();
    }

    private void readFeed() throws IOException, InterruptedException {
        try (Stream<String> events =
                client.send(request("/api/v1/live"), BodyHandlers.ofLines()).body()) {
            events.findFirst();
        }
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create(HttpPort.address(config) + path))
                .timeout(LIMIT)
                .build();
    }
}
