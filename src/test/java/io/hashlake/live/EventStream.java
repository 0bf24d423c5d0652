package io.hashlake.live;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A feed that sends one page what it is told to, as fast as the page takes it. */
final class EventStream {

    private final BlockingQueue<FeedEvent> events = new LinkedBlockingQueue<>();

    void send(FeedEvent event) {
        events.add(event);
    }

    void follow(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            while (true) {
                out.write(bytes(events.take()));
                out.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static byte[] bytes(FeedEvent event) {
        String text = event.name() == null ? ":\n\n" : "event: " + event.name() + "\ndata: " + event.data() + "\n\n";
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
