package io.hashlake.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;

/** Reads a stream line by line until it is closed. */
final class StreamClient implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final HttpResponse<InputStream> response;
    private volatile boolean isOver;
    private volatile IOException failure;

    StreamClient(URI uri) {
        try {
            response = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        Thread reader = new Thread(this::read);
        reader.setDaemon(true);
        reader.start();
    }

    int status() {
        return response.statusCode();
    }

    HttpResponse<InputStream> response() {
        return response;
    }

    /** What came, without heartbeats. The last one may be cut. */
    List<String> lines() {
        return lines.stream().filter(line -> !line.isEmpty()).toList();
    }

    long heartbeats() {
        return lines.stream().filter(String::isEmpty).count();
    }

    /** The lines once there are so many. */
    List<JsonNode> await(int count) {
        Awaitility.await().atMost(PATIENCE).until(() -> lines().size() >= count || isOver);
        return lines().stream().map(StreamClient::json).toList();
    }

    void awaitHeartbeats(int count) {
        Awaitility.await().atMost(PATIENCE).until(() -> heartbeats() >= count);
    }

    /** The failure with which the stream ended; null if it ended well. */
    IOException awaitEnd() {
        Awaitility.await().atMost(PATIENCE).until(() -> isOver);
        return failure;
    }

    boolean isOver() {
        return isOver;
    }

    static JsonNode json(String line) {
        try {
            return Caller.JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read() {
        StringBuilder line = new StringBuilder();
        try (InputStream body = response.body()) {
            byte[] buffer = new byte[64 * 1024];
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                String[] parts = new String(buffer, 0, read, StandardCharsets.ISO_8859_1).split("\r\n", -1);
                for (int i = 0; i < parts.length - 1; i++) {
                    add(line.append(parts[i]).toString());
                    line.setLength(0);
                }
                line.append(parts[parts.length - 1]);
            }
        } catch (IOException e) {
            failure = e;
        }
        if (line.length() > 0) {
            add(line.toString());
        }
        isOver = true;
    }

    private void add(String latin) {
        lines.add(new String(latin.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        try {
            response.body().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
