package io.hashlake.acceptance;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** Somebody who follows the dashboard's feed. */
final class FeedReader implements AutoCloseable {

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Void> reading;

    FeedReader(HashlakeProcess process) throws IOException, InterruptedException {
        HttpResponse<java.util.stream.Stream<String>> response = HttpClient.newHttpClient()
                .send(process.request("/api/v1/live?period=1h").build(), HttpResponse.BodyHandlers.ofLines());
        reading = CompletableFuture.runAsync(() -> response.body().forEach(lines::add));
    }

    /** How many events of this name have come. */
    long events(String name) {
        return lines.stream()
                .filter(line -> line.replace(" ", "").equals("event:" + name))
                .count();
    }

    /** What the last event says. */
    String latest() {
        return lines.stream()
                .filter(line -> line.startsWith("data:"))
                .reduce("", (before, line) -> line.substring("data:".length()));
    }

    boolean isConnected() {
        return !reading.isDone();
    }

    @Override
    public void close() {
        reading.cancel(true);
    }
}
